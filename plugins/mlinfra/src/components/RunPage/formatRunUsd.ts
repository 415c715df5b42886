import type { UsdAmount } from '@mlinfra/plugin-mlinfra-common';
import { formatUsd } from '../../format/usd';

const BELOW_ONE = /^0*(?:\.(\d+))?$/;
const PLACES = 4;

/**
 * Like `formatUsd`, but a run or a step costs fractions of a cent, so that
 * below one dollar there are four places: "$0.0187". Rounded half up, on the
 * digits themselves.
 */
export function formatRunUsd(amount: UsdAmount): string {
  const fraction = BELOW_ONE.exec(amount.trim())?.[1] ?? '';
  if (fraction === '' || !/[1-9]/.test(fraction)) {
    return formatUsd(amount);
  }
  const digits = BigInt(fraction.padEnd(PLACES + 1, '0').slice(0, PLACES + 1));
  const rounded = (digits + BigInt(5)) / BigInt(10);
  if (rounded === BigInt(0)) {
    return 'under $0.0001';
  }
  const text = rounded.toString().padStart(PLACES + 1, '0');
  const whole = text.slice(0, -PLACES);
  // Cents always, what is smaller only where there is something.
  const rest = text.slice(-PLACES).replace(/0{1,2}$/, '');
  return `$${whole}.${rest}`;
}
