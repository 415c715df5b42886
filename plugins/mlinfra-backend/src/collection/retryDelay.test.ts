import { nextCollectionMs, retryDelayMs } from './retryDelay';

const MINUTE = 60_000;

describe('retryDelayMs', () => {
  it.each([
    [1, 30_000],
    [2, 60_000],
    [3, 120_000],
    [7, 32 * MINUTE],
    [8, 60 * MINUTE],
    [1_000, 60 * MINUTE],
  ])('after %s failures is %s ms', (failures, delay) => {
    expect(retryDelayMs(failures, 10 * MINUTE, () => 0.5)).toBe(delay);
  });

  it('grows to the frequency where that is longer than an hour', () => {
    expect(retryDelayMs(100, 300 * MINUTE, () => 0.5)).toBe(300 * MINUTE);
  });

  it('varies by a fifth', () => {
    expect(retryDelayMs(1, MINUTE, () => 0)).toBe(24_000);
    expect(retryDelayMs(1, MINUTE, () => 1)).toBe(36_000);
  });
});

describe('nextCollectionMs', () => {
  it('varies by a twentieth', () => {
    expect(nextCollectionMs(MINUTE, () => 0)).toBe(57_000);
    expect(nextCollectionMs(MINUTE, () => 1)).toBe(63_000);
  });
});
