import { formatMetricValue, formatRate } from '../format/metricValue';
import { byteSizeOf, formatByteSize } from '../format/byteSize';
import { series } from '../testing/fixtures';
import {
  errorRateOf,
  highestOf,
  latestOf,
  seriesOf,
  totalOf,
} from './metricSummary';

describe('metricSummary', () => {
  const invocations = series('invocations', [10, null, 30, 60]);
  const errors = series('errors', [1, null, 0, 0]);
  const latency = series('latency-p95', [100, 250, null]);

  it('sums up a line', () => {
    expect(totalOf(invocations)).toBe(100);
    expect(highestOf(latency)).toBe(250);
    expect(latestOf(latency)).toBe(250);
  });

  it('takes errors by the requests they are among', () => {
    expect(errorRateOf({ key: 'k', series: [invocations, errors] })).toBe(0.01);
  });

  it.each([
    [[errors]],
    [[series('invocations', [0, 0]), errors]],
    [[invocations]],
  ])('knows no rate without requests or errors: %#', lines => {
    expect(errorRateOf({ key: 'k', series: lines })).toBeUndefined();
  });

  it('finds nothing where nothing was measured', () => {
    const empty = series('cpu', [null, null]);
    expect(seriesOf({ key: 'k', series: [empty] }, 'cpu')).toBeUndefined();
    expect(latestOf(empty)).toBeUndefined();
  });
});

describe('formatMetricValue', () => {
  it.each([
    [1_204, 'count', '1,204'],
    [0.5, 'count', '0.5'],
    [340.4, 'ms', '340 ms'],
    [1_240, 'ms', '1.24 s'],
    [55.55, 'percent', '55.6 %'],
  ] as const)('writes %d %s', (value, unit, text) => {
    expect(formatMetricValue(value, unit)).toBe(text);
  });

  it.each([
    [0, '0 %'],
    [0.0004, 'under 0.1 %'],
    [0.0123, '1.23 %'],
    [1, '100 %'],
  ])('never rounds a failure away: %d', (rate, text) => {
    expect(formatRate(rate)).toBe(text);
  });
});

describe('formatByteSize', () => {
  it.each([
    [0, '0 B'],
    [262_144, '256 KiB'],
    [20 * 1024 ** 3, '20 GiB'],
  ])('writes %d', (bytes, text) => {
    expect(formatByteSize(bytes)).toBe(text);
  });

  it('counts bytes, not letters', () => {
    expect(byteSizeOf('ä€')).toBe(5);
  });
});
