import { periodTime, timeTicks, valueTicks } from './axisTicks';

describe('valueTicks', () => {
  it.each([
    [340, false, [0, 100, 200, 300, 400]],
    [100, false, [0, 25, 50, 75, 100]],
    [0.8, false, [0, 0.2, 0.4, 0.6000000000000001, 0.8]],
    [3, true, [0, 1, 2, 3]],
    [0, true, [0, 1]],
    [1_204, true, [0, 500, 1000, 1500]],
  ])('reaches %d in few round steps', (max, whole, ticks) => {
    expect(valueTicks(max, whole)).toEqual(ticks);
  });

  it('never counts requests in halves', () => {
    expect(valueTicks(9, true)).toEqual([0, 3, 6, 9]);
  });
});

describe('timeTicks', () => {
  it('marks round times in UTC where they lie', () => {
    const ticks = timeTicks('3h', '2026-11-21T11:10:00.000Z', 60, 180);
    expect(ticks[0]).toEqual({ index: 20, label: '11:30' });
    expect(ticks.map(({ label }) => label)).toEqual([
      '11:30',
      '12:00',
      '12:30',
      '13:00',
      '13:30',
      '14:00',
    ]);
  });

  it('marks days of a week', () => {
    const labels = timeTicks('7d', '2026-11-14T12:00:00.000Z', 3_600, 168).map(
      ({ label }) => label,
    );
    expect(labels).toHaveLength(7);
    expect(labels[0]).toBe('15 Nov');
  });
});

describe('periodTime', () => {
  it('names the day where the range is longer than hours', () => {
    const from = '2026-11-21T11:00:00.000Z';
    expect(periodTime('3h', from, 60, 5)).toBe('11:05 UTC');
    expect(periodTime('24h', from, 300, 1)).toBe('21 Nov 11:05 UTC');
  });
});
