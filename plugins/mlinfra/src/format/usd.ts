import type { UsdAmount } from '@mlinfra/plugin-mlinfra-common';

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const wholeDollars = new Intl.NumberFormat('en-US');

/**
 * Writes a decimal string as US dollars with two places, rounded half up.
 * Works on the digits themselves, since a float cannot hold every amount.
 * What is no decimal number is shown as it came, never as a wrong amount.
 */
export function formatUsd(amount: UsdAmount): string {
  const match = DECIMAL.exec(amount.trim());
  if (!match) {
    return `${amount} USD`;
  }
  const [, sign, whole, fraction = ''] = match;
  const thousandths = BigInt(whole + fraction.padEnd(3, '0').slice(0, 3));
  const cents = (thousandths + BigInt(5)) / BigInt(10);
  if (cents === BigInt(0)) {
    return /[1-9]/.test(fraction) ? 'under $0.01' : '$0.00';
  }
  const dollars = wholeDollars.format(cents / BigInt(100));
  const rest = (cents % BigInt(100)).toString().padStart(2, '0');
  return `${sign}$${dollars}.${rest}`;
}

/**
 * The same with up to four places for less than a dollar, as runs and requests
 * cost parts of a cent: cents always, what is smaller only where there is
 * something ("$0.0187", "$0.50").
 */
export function formatSmallUsd(amount: UsdAmount): string {
  const [, sign, whole, fraction = ''] = DECIMAL.exec(amount.trim()) ?? [];
  if (sign !== '' || /[1-9]/.test(whole) || !/[1-9]/.test(fraction)) {
    return formatUsd(amount);
  }
  const digits = BigInt(fraction.padEnd(5, '0').slice(0, 5));
  const rounded = (digits + BigInt(5)) / BigInt(10);
  if (rounded === BigInt(0)) {
    return 'under $0.0001';
  }
  if (rounded === BigInt(10_000)) {
    return '$1.00';
  }
  const places = rounded.toString().padStart(4, '0');
  return `$0.${places.replace(/0{1,2}$/, '')}`;
}
