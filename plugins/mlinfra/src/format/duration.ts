import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import { DateTime, Duration } from 'luxon';

const UNITS = ['days', 'hours', 'minutes', 'seconds'] as const;

/**
 * How long something took, in its two largest units: "5 min 12 s". From its
 * start until `end`, or until `now` while it goes on. Empty for what is no
 * instant.
 */
export function formatDuration(
  start: Timestamp,
  end: Timestamp | undefined,
  now: DateTime = DateTime.utc(),
): string {
  const from = DateTime.fromISO(start, { zone: 'utc' });
  const until = end ? DateTime.fromISO(end, { zone: 'utc' }) : now;
  if (!from.isValid || !until.isValid) {
    return '';
  }
  const seconds = Math.max(0, Math.floor(until.diff(from, 'seconds').seconds));
  return shortDuration(seconds);
}

/** "9 days" or "3 hours" until then; undefined once it is over. */
export function formatTimeLeft(
  until: Timestamp,
  now: DateTime = DateTime.utc(),
): string | undefined {
  const left = DateTime.fromISO(until, { zone: 'utc' }).diff(
    now,
    'hours',
  ).hours;
  if (!(left > 0)) {
    return undefined;
  }
  const [value, unit] = wholeUnits(left);
  return `${value} ${unit}${value === 1 ? '' : 's'}`;
}

function wholeUnits(hours: number): [value: number, unit: string] {
  if (hours >= 24) {
    return [Math.floor(hours / 24), 'day'];
  }
  return hours >= 1
    ? [Math.floor(hours), 'hour']
    : [Math.ceil(hours * 60), 'minute'];
}

const SHORT = { days: 'd', hours: 'h', minutes: 'min', seconds: 's' } as const;

function shortDuration(seconds: number): string {
  const parts = Duration.fromObject({ seconds }).shiftTo(...UNITS);
  const first = UNITS.findIndex(unit => parts.get(unit) > 0);
  if (first === -1) {
    return '0 s';
  }
  return UNITS.slice(first, first + 2)
    .filter(unit => parts.get(unit) > 0)
    .map(unit => `${parts.get(unit)} ${SHORT[unit]}`)
    .join(' ');
}
