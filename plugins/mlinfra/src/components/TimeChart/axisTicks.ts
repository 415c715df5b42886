import type { MetricRange } from '@mlinfra/plugin-mlinfra-common';
import { DateTime } from 'luxon';

const LINES = 4;

/** Round values from zero to at least `max`, at most five of them. */
export function valueTicks(max: number, whole: boolean): number[] {
  const raw = (max > 0 ? max : 1) / LINES;
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const nice = [1, 2, 2.5, 5, 10].find(each => each * magnitude >= raw) ?? 10;
  const step = whole
    ? Math.max(1, Math.ceil(nice * magnitude))
    : nice * magnitude;
  const count = Math.max(1, Math.ceil(max / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** How far apart the times of an axis are, and how they are written. */
const TIMES: Record<MetricRange, { seconds: number; format: string }> = {
  '3h': { seconds: 1_800, format: 'HH:mm' },
  '24h': { seconds: 14_400, format: 'HH:mm' },
  '7d': { seconds: 86_400, format: 'd LLL' },
};

/** Round times (UTC) within a range, by the index of their period. */
export function timeTicks(
  range: MetricRange,
  from: string,
  periodSeconds: number,
  count: number,
): { index: number; label: string }[] {
  const { seconds, format } = TIMES[range];
  const begin = DateTime.fromISO(from, { zone: 'utc' }).toSeconds();
  const first = Math.ceil(begin / seconds) * seconds;
  const ticks = [];
  for (
    let at = first;
    at <= begin + (count - 1) * periodSeconds;
    at += seconds
  ) {
    ticks.push({
      index: (at - begin) / periodSeconds,
      label: DateTime.fromSeconds(at, { zone: 'utc' }).toFormat(format, {
        locale: 'en-US',
      }),
    });
  }
  return ticks;
}

/** The time of a period, to read beside its values. */
export function periodTime(
  range: MetricRange,
  from: string,
  periodSeconds: number,
  index: number,
): string {
  return DateTime.fromISO(from, { zone: 'utc' })
    .plus({ seconds: periodSeconds * index })
    .toFormat(range === '3h' ? "HH:mm 'UTC'" : "d LLL HH:mm 'UTC'", {
      locale: 'en-US',
    });
}
