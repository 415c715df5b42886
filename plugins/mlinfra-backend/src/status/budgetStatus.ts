import type { BudgetStatus, UsdAmount } from '@mlinfra/plugin-mlinfra-common';
import { microUnits } from '../money/decimal';

const WARNING_PERMILLE = 800n;
const EXCEEDED_PERMILLE = 1000n;

/** Amounts in USD, as plain decimals. */
export interface BudgetAmounts {
  limit: UsdAmount;
  actual?: UsdAmount;
  forecast?: UsdAmount;
}

/**
 * How much of a budget is used, in percent rounded to one decimal, and what
 * that means: `warning` from 80 % or when the forecast passes the limit,
 * `exceeded` from 100 %. Rounding never decides a status.
 */
export function budgetStatus({ limit, actual, forecast }: BudgetAmounts): {
  status: BudgetStatus;
  usedPercent?: number;
} {
  const limitMicro = microUnits(limit);
  if (actual === undefined || limitMicro <= 0n) {
    return { status: 'unknown' };
  }
  const actualMicro = microUnits(actual);
  const usedPercent = permille(actualMicro, limitMicro) / 10;
  if (actualMicro * 1000n >= limitMicro * EXCEEDED_PERMILLE) {
    return { status: 'exceeded', usedPercent };
  }
  const forecastPasses =
    forecast !== undefined && microUnits(forecast) > limitMicro;
  if (forecastPasses || actualMicro * 1000n >= limitMicro * WARNING_PERMILLE) {
    return { status: 'warning', usedPercent };
  }
  return { status: 'ok', usedPercent };
}

/** Rounded half away from zero; credits can make the spend negative. */
function permille(part: bigint, whole: bigint): number {
  const doubled = part * 2000n;
  const rounding = part < 0n ? -whole : whole;
  return Number((doubled + rounding) / (whole * 2n));
}
