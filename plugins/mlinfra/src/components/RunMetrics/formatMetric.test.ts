import { formatMetric } from './formatMetric';
import { metricChange, signed } from './metricChange';
import { metricRows } from './metricRows';
import { compressionMetrics } from '../../testing/fixtures';

describe('formatMetric', () => {
  it.each([
    [162_480, 'bytes', '162.5 kB'],
    [999, 'bytes', '999 B'],
    [3_200_000, 'bytes', '3.2 MB'],
    [1.92, 'ms', '1.92 ms'],
    [1_500, 'ms', '1.5 s'],
    [0.9722, 'ratio', '97.22 %'],
    [1_234.5, 'count', '1,234.5'],
    [Number.NaN, 'bytes', 'NaN'],
  ] as const)('writes %s %s as %s', (value, unit, text) => {
    expect(formatMetric(value, unit)).toBe(text);
  });
});

describe('metricChange', () => {
  const size = { unit: 'bytes', better: 'lower' } as const;
  const accuracy = { unit: 'ratio', better: 'higher' } as const;

  it('tells better from worse by the metric’s direction', () => {
    expect(metricChange(size, 100, 25)).toEqual({
      verdict: 'better',
      amount: -75,
      kind: 'percent',
    });
    expect(metricChange(size, 100, 150)?.verdict).toBe('worse');
    expect(metricChange(accuracy, 0.9, 0.95)?.verdict).toBe('better');
    expect(metricChange(accuracy, 0.9, 0.8)?.verdict).toBe('worse');
  });

  it('counts a ratio in points', () => {
    const change = metricChange(accuracy, 0.9722, 0.9639);
    expect(change?.kind).toBe('points');
    expect(signed(change?.amount ?? 0)).toBe('−0.83');
  });

  it('has no percentage from nothing, and nothing for what is missing', () => {
    expect(metricChange(size, 0, 5)).toEqual({
      verdict: 'worse',
      amount: undefined,
      kind: 'percent',
    });
    expect(metricChange(size, 5, 5)?.verdict).toBe('same');
    expect(metricChange(size, undefined, 5)).toBeUndefined();
  });
});

describe('metricRows', () => {
  it('puts the steps of two runs in one order', () => {
    const [size] = compressionMetrics;
    const value = (step: string) => ({ step, value: 1 });
    const rows = metricRows([
      { ...size, steps: ['baseline', 'prune', 'evaluate'].map(value) },
      {
        ...size,
        steps: ['baseline', 'prune', 'distill', 'quantize'].map(value),
      },
    ]);
    expect(rows.map(({ step }) => step)).toEqual([
      'baseline',
      'prune',
      'distill',
      'quantize',
      'evaluate',
    ]);
    expect(rows[2].values).toEqual([undefined, 1]);
    expect(metricRows([undefined])).toEqual([]);
  });
});
