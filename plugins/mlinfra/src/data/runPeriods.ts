const HOUR_MS = 60 * 60_000;

const PERIODS = {
  day: 24 * HOUR_MS,
  week: 7 * 24 * HOUR_MS,
  month: 30 * 24 * HOUR_MS,
} as const;

/** How far back a list of runs can be narrowed. */
export type RunPeriod = keyof typeof PERIODS;

export const RUN_PERIODS = Object.keys(PERIODS) as RunPeriod[];

/** The begin of a period that ends now; undefined for what is no period. */
export function startOfPeriod(
  period: string | undefined,
  now: number = Date.now(),
): string | undefined {
  return period !== undefined && Object.hasOwn(PERIODS, period)
    ? new Date(now - PERIODS[period as RunPeriod]).toISOString()
    : undefined;
}
