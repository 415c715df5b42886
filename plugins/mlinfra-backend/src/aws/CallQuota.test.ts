import { CallQuota } from './CallQuota';
import { TokenBucket } from './TokenBucket';

const target = { accountId: '111111111111', region: 'eu-central-1' };
const idle = new AbortController().signal;

describe('TokenBucket', () => {
  it('gives what it holds at once, then one per interval, in order', () => {
    let now = 0;
    const bucket = new TokenBucket(2, 0.5, () => now);
    expect([bucket.take(), bucket.take()]).toEqual([0, 0]);
    expect([bucket.take(), bucket.take()]).toEqual([2_000, 4_000]);
    expect(bucket.available()).toBe(0);
    now = 6_000;
    expect(bucket.available()).toBe(1);
    now = 60_000;
    expect(bucket.available()).toBe(2);
  });

  it('takes back what was not used, and never holds more than its limit', () => {
    const bucket = new TokenBucket(1, 1, () => 0);
    bucket.take();
    bucket.giveBack();
    bucket.giveBack();
    expect(bucket.available()).toBe(1);
  });
});

describe('CallQuota', () => {
  it.each([
    ['eu-central-1', 20],
    ['eu-west-1', 40],
  ])('is a share of the quota of %s', (region, calls) => {
    const quota = new CallQuota(0.2, () => 0);
    expect(quota.available('ListExecutions', { ...target, region })).toBe(
      calls,
    );
  });

  it('is one per account, region and operation', async () => {
    const quota = new CallQuota(0.01, () => 0);
    await quota.wait('ListExecutions', target, idle);
    const left = [
      quota.available('ListExecutions', target),
      quota.available('ListExecutions', { ...target, region: 'eu-north-1' }),
      quota.available('ListExecutions', { ...target, accountId: '2' }),
      quota.available('DescribeExecution', target),
      quota.available('GetRestApis', target),
    ];
    expect(left).toEqual([0, 1, 1, 2, Infinity]);
  });

  it('lets a call wait for its turn, and a shutdown end the wait', async () => {
    const quota = new CallQuota(0.01, () => 0);
    await quota.wait('DescribeExecution', target, idle);
    await quota.wait('DescribeExecution', target, idle);
    const started = Date.now();
    const shutdown = new AbortController();
    const waiting = quota.wait('DescribeExecution', target, shutdown.signal);
    setTimeout(() => shutdown.abort(new Error('the end')), 20);
    await expect(waiting).rejects.toThrow('the end');
    expect(Date.now() - started).toBeLessThan(2_000);
    jest.useFakeTimers();
    try {
      let done = false;
      const again = quota
        .wait('DescribeExecution', target, idle)
        .then(() => (done = true));
      await jest.advanceTimersByTimeAsync(4_000);
      expect(done).toBe(false);
      await jest.advanceTimersByTimeAsync(6_100);
      await again;
      expect(done).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });
});
