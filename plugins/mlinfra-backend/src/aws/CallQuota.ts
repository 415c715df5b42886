import type { AwsOperationId } from './awsOperations';
import { awsQuota } from './awsQuotas';
import type { AwsTarget } from './AwsTarget';
import { TokenBucket } from './TokenBucket';

/**
 * Keeps everything in this process within a share of AWS's quotas, per
 * account, region and operation, so that others who use the same account are
 * not throttled because of it.
 */
export class CallQuota {
  private readonly buckets = new Map<string, TokenBucket>();

  constructor(
    private readonly share: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** How many calls may be made without waiting. */
  available(operation: AwsOperationId, target: AwsTarget): number {
    return this.bucket(operation, target)?.available() ?? Infinity;
  }

  /** Resolves when the call may be made; rejects when the signal ends the wait. */
  async wait(
    operation: AwsOperationId,
    target: AwsTarget,
    signal: AbortSignal,
  ): Promise<void> {
    const bucket = this.bucket(operation, target);
    const milliseconds = bucket?.take() ?? 0;
    if (milliseconds > 0) {
      try {
        await pause(milliseconds, signal);
      } catch (error) {
        bucket?.giveBack();
        throw error;
      }
    }
  }

  private bucket(
    operation: AwsOperationId,
    { accountId, region }: AwsTarget,
  ): TokenBucket | undefined {
    const quota = awsQuota(operation, region);
    if (!quota) {
      return undefined;
    }
    const key = `${operation} ${accountId} ${region}`;
    let bucket = this.buckets.get(key);
    if (!bucket) {
      bucket = new TokenBucket(
        Math.max(1, quota.bucket * this.share),
        quota.perSecond * this.share,
        this.now,
      );
      this.buckets.set(key, bucket);
    }
    return bucket;
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds).unref();
    signal.addEventListener('abort', stop, { once: true });
    function stop() {
      clearTimeout(timer);
      reject(signal.reason);
    }
  });
}
