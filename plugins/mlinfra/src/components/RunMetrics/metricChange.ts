import type { RunMetric } from '@mlinfra/plugin-mlinfra-common';

/** How a value differs from another, and whether that is good. */
export interface MetricChange {
  verdict: 'better' | 'worse' | 'same';
  /** In percent; for a ratio in percentage points. Undefined from zero. */
  amount?: number;
  kind: 'percent' | 'points';
}

/** What becomes of a metric from one value to another; undefined where one is missing. */
export function metricChange(
  { unit, better }: Pick<RunMetric, 'unit' | 'better'>,
  from: number | undefined,
  to: number | undefined,
): MetricChange | undefined {
  if (from === undefined || to === undefined) {
    return undefined;
  }
  // A percentage of a percentage would mislead: 97 % to 96 % is one point.
  const kind = unit === 'ratio' ? 'points' : 'percent';
  const whole = kind === 'points' ? 1 : Math.abs(from);
  const amount = whole === 0 ? undefined : ((to - from) / whole) * 100;
  if (to === from) {
    return { verdict: 'same', amount: 0, kind };
  }
  const verdict =
    to > from === (better === 'higher') ? 'better' : ('worse' as const);
  return { verdict, amount, kind };
}

const digits = new Intl.NumberFormat('en-US', {
  maximumFractionDigits: 2,
  signDisplay: 'exceptZero',
});

/** "+3.2" or "−74.6", with a real minus sign. */
export function signed(amount: number): string {
  return digits.format(amount).replace('-', '−');
}
