import { CustomErrorBase } from '@backstage/errors';
import { TokenBucket } from '../../aws/TokenBucket';

/** A caller that asks too often, as HTTP has it. */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;

  constructor(
    message: string,
    /** In whole seconds; a body carries it as well as the header. */
    readonly retryAfterSeconds: number,
  ) {
    super(message);
  }
}

const MOST_CALLERS = 10_000;

/** Lets each caller ask a number of times at once, and then so often per second. */
export class CallerLimit {
  private readonly buckets = new Map<string, TokenBucket>();

  constructor(
    private readonly atOnce: number,
    private readonly perSecond: number,
    /** What a caller is told that asks too often. */
    private readonly refusal: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws TooManyRequestsError */
  take(caller: string): void {
    let bucket = this.buckets.get(caller);
    if (!bucket) {
      if (this.buckets.size >= MOST_CALLERS) {
        this.buckets.clear();
      }
      bucket = new TokenBucket(this.atOnce, this.perSecond, this.now);
      this.buckets.set(caller, bucket);
    }
    const waitMs = bucket.take();
    if (waitMs > 0) {
      bucket.giveBack();
      throw new TooManyRequestsError(this.refusal, Math.ceil(waitMs / 1000));
    }
  }
}
