import type { MetricRange, Timestamp } from '@mlinfra/plugin-mlinfra-common';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Which periods are asked for. */
export interface MetricWindow {
  /** Beginning of the first period. */
  from: Timestamp;
  /** End of the last period, which is over. */
  to: Timestamp;
  periodSeconds: number;
  periods: number;
  /** How long an answer about these periods is good. */
  keptMs: number;
}

const RANGES: Record<
  MetricRange,
  Pick<MetricWindow, 'periodSeconds' | 'keptMs'> & { seconds: number }
> = {
  '3h': { seconds: 3 * HOUR, periodSeconds: MINUTE, keptMs: 60_000 },
  '24h': { seconds: 24 * HOUR, periodSeconds: 5 * MINUTE, keptMs: 150_000 },
  '7d': { seconds: 7 * 24 * HOUR, periodSeconds: HOUR, keptMs: 600_000 },
};

/**
 * The last periods that are over. They begin at whole periods of the clock,
 * so that all who ask within one period ask for the same.
 */
export function metricWindow(range: MetricRange, now: number): MetricWindow {
  const { seconds, periodSeconds, keptMs } = RANGES[range];
  const periodMs = periodSeconds * 1_000;
  const to = Math.floor(now / periodMs) * periodMs;
  return {
    from: new Date(to - seconds * 1_000).toISOString(),
    to: new Date(to).toISOString(),
    periodSeconds,
    periods: seconds / periodSeconds,
    keptMs,
  };
}
