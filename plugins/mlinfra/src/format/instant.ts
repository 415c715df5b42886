import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import { DateTime } from 'luxon';

/** "5 minutes ago", in English like the rest of the texts' defaults. */
export function formatAge(
  at: Timestamp,
  now: DateTime = DateTime.utc(),
): string {
  const instant = DateTime.fromISO(at, { zone: 'utc' });
  if (!instant.isValid) {
    return at;
  }
  // A browser's clock may run behind the server's: nothing is collected in the future.
  const seconds = Math.max(0, now.diff(instant, 'seconds').seconds);
  if (seconds < 60) {
    return 'just now';
  }
  return (
    now
      .minus({ seconds })
      .toRelative({ base: now, locale: 'en-US', style: 'long' }) ?? at
  );
}

/** "2026-01-31 12:00 UTC". */
export function formatInstant(at: Timestamp): string {
  const instant = DateTime.fromISO(at, { zone: 'utc' });
  return instant.isValid ? instant.toFormat("yyyy-MM-dd HH:mm 'UTC'") : at;
}
