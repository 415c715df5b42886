import { buildSeries } from './buildSeries';
import type { PlannedSeries } from './metricPlan';
import { metricWindow } from './metricWindow';

const NOW = Date.UTC(2026, 0, 1, 12, 0, 30);
const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 1, 9, 0);
const window = metricWindow('3h', NOW);
const sum: PlannedSeries = {
  metric: 'errors',
  unit: 'count',
  queries: [],
  combine: 'sum',
  scale: 1,
};

describe('metricWindow', () => {
  it.each([
    ['3h', '2026-01-01T09:00:00.000Z', 60, 180],
    ['24h', '2025-12-31T12:00:00.000Z', 300, 288],
    ['7d', '2025-12-25T12:00:00.000Z', 3600, 168],
  ] as const)(
    'of %s begins with a whole period',
    (range, from, seconds, periods) => {
      const found = metricWindow(range, NOW);
      expect(found).toMatchObject({ from, periodSeconds: seconds, periods });
      expect(metricWindow(range, NOW + 20_000)).toEqual(found);
    },
  );
});

describe('buildSeries', () => {
  it('adds what several queries counted', () => {
    const { values } = buildSeries(
      sum,
      [new Map([[START, 2]]), new Map([[START, 3]])],
      window,
      { since: START, readAt: NOW },
    );
    expect(values).toHaveLength(180);
    expect(values[0]).toBe(5);
  });

  it('says 0 only where AWS would have sent a count', () => {
    const { values } = buildSeries(sum, [new Map()], window, {
      since: START + 10 * MINUTE,
      readAt: NOW,
    });
    expect(values.slice(0, 12)).toEqual([...Array(10).fill(null), 0, 0]);
    // What was measured in the last minutes may not have arrived.
    expect(values.slice(-4)).toEqual([0, null, null, null]);
  });

  it('says nothing of an endpoint of which nothing is known', () => {
    const { values } = buildSeries(sum, [new Map()], window, {
      since: undefined,
      readAt: NOW,
    });
    expect(new Set(values)).toEqual(new Set([null]));
  });

  it('never invents a latency, and takes the slowest part', () => {
    const { values } = buildSeries(
      {
        ...sum,
        metric: 'latency-p95',
        unit: 'ms',
        combine: 'max',
        scale: 0.001,
      },
      [new Map([[START, 1_234.5678]]), new Map([[START, 900_000]])],
      window,
      { since: START, readAt: NOW },
    );
    expect(values.slice(0, 2)).toEqual([900, null]);
  });
});
