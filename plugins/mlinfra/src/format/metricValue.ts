import type { MetricSeries } from '@mlinfra/plugin-mlinfra-common';

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const precise = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });
const SECOND = 1_000;

/** A measured value with its unit: "1,204", "340 ms", "1.2 s", "55 %". */
export function formatMetricValue(
  value: number,
  unit: MetricSeries['unit'],
): string {
  switch (unit) {
    case 'ms':
      return value >= SECOND
        ? `${precise.format(value / SECOND)} s`
        : `${precise.format(value)} ms`;
    case 'percent':
      return `${precise.format(value)} %`;
    default:
      return value < 100 ? precise.format(value) : whole.format(value);
  }
}

/** A share as a percentage that never rounds a failure away: "0.3 %", "under 0.1 %". */
export function formatRate(rate: number): string {
  const percent = rate * 100;
  return percent > 0 && percent < 0.1
    ? 'under 0.1 %'
    : `${precise.format(percent)} %`;
}
