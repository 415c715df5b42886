import { DateTime } from 'luxon';
import { formatDuration, formatTimeLeft } from './duration';

const start = '2026-01-31T12:00:00.000Z';
const now = DateTime.fromISO('2026-01-31T12:01:05.900Z', { zone: 'utc' });

describe('formatDuration', () => {
  it.each([
    ['2026-01-31T12:00:00.400Z', '0 s'],
    ['2026-01-31T12:00:59.000Z', '59 s'],
    ['2026-01-31T12:05:12.000Z', '5 min 12 s'],
    ['2026-01-31T13:00:30.000Z', '1 h'],
    ['2026-02-02T15:00:30.000Z', '2 d 3 h'],
    ['2026-01-31T11:59:00.000Z', '0 s'],
    [undefined, '1 min 5 s'],
    ['nonsense', ''],
  ])('until %s is %s', (end, text) => {
    expect(formatDuration(start, end, now)).toBe(text);
  });
});

describe('formatTimeLeft', () => {
  it.each([
    ['2026-02-09T18:00:00.000Z', '9 days'],
    ['2026-02-01T12:30:00.000Z', '1 day'],
    ['2026-01-31T15:30:00.000Z', '3 hours'],
    ['2026-01-31T12:31:00.000Z', '30 minutes'],
    ['2026-01-31T12:01:00.000Z', undefined],
    ['nonsense', undefined],
  ])('until %s is %s', (until, text) => {
    expect(formatTimeLeft(until, now)).toBe(text);
  });
});
