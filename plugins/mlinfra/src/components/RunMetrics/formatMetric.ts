import type { RunMetric } from '@mlinfra/plugin-mlinfra-common';

type Unit = RunMetric['unit'];

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];
const STEP = 1_000;

const number = (digits: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat('en-US', digits);
const plain = number({ maximumFractionDigits: 4 });
const precise = number({ maximumSignificantDigits: 4 });
const percent = number({ maximumFractionDigits: 2 });

/** A metric's value with its unit: "162.5 kB", "1.92 ms", "97.22 %", "12". */
export function formatMetric(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) {
    return String(value);
  }
  switch (unit) {
    case 'bytes':
      return formatBytes(value);
    case 'ms':
      return Math.abs(value) >= STEP
        ? `${precise.format(value / STEP)} s`
        : `${precise.format(value)} ms`;
    case 'ratio':
      return `${percent.format(value * 100)} %`;
    default:
      return plain.format(value);
  }
}

function formatBytes(value: number): string {
  let [amount, unit] = [value, 0];
  while (Math.abs(amount) >= STEP && unit < BYTE_UNITS.length - 1) {
    amount /= STEP;
    unit += 1;
  }
  return `${precise.format(amount)} ${BYTE_UNITS[unit]}`;
}
