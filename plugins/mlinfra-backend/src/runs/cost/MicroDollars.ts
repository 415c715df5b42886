import type { UsdAmount } from '@mlinfra/plugin-mlinfra-common';

/** Millionths of a US dollar; never negative here. */
export type MicroDollars = bigint;

const PER_DOLLAR = 1_000_000n;

/** As a decimal string in USD. */
export function usdAmount(micro: MicroDollars): UsdAmount {
  const fraction = String(micro % PER_DOLLAR)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const dollars = String(micro / PER_DOLLAR);
  return fraction === '' ? dollars : `${dollars}.${fraction}`;
}

/** Divides, and rounds the half up. */
export function divide(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}
