import { DateTime } from 'luxon';
import { formatAge, formatInstant } from './instant';

const now = DateTime.fromISO('2026-01-31T12:00:00.000Z', { zone: 'utc' });

describe('formatAge', () => {
  it.each([
    ['2026-01-31T11:59:30.000Z', 'just now'],
    ['2026-01-31T11:55:00.000Z', '5 minutes ago'],
    ['2026-01-31T09:00:00.000Z', '3 hours ago'],
    ['2026-01-29T12:00:00.000Z', '2 days ago'],
    // The browser's clock is behind the server's.
    ['2026-01-31T12:00:10.000Z', 'just now'],
    ['yesterday', 'yesterday'],
  ])('says how old %s is: %s', (at, expected) => {
    expect(formatAge(at, now)).toBe(expected);
  });
});

describe('formatInstant', () => {
  it('shows the time with its zone', () => {
    expect(formatInstant('2026-01-31T12:00:00.000+02:00')).toBe(
      '2026-01-31 10:00 UTC',
    );
  });
});
