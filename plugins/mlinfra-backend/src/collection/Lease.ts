import type { Claim, TargetStore } from '../database/TargetStore';

/** A killed process's target is free for others after this time. */
export const LEASE_MS = 60_000;
const RENEW_MS = 20_000;

/** Keeps a claim alive while its target is collected, and says when it has been lost. */
export class Lease {
  private readonly lost = new AbortController();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly targets: TargetStore,
    private readonly claim: Claim,
    private readonly now: () => number,
    private readonly timing = { leaseMs: LEASE_MS, renewMs: RENEW_MS },
  ) {
    this.timer = setInterval(() => this.renew(), timing.renewMs);
    this.timer.unref();
  }

  /** Aborts when another process has taken the target over. */
  get signal(): AbortSignal {
    return this.lost.signal;
  }

  end(): void {
    clearInterval(this.timer);
  }

  private async renew(): Promise<void> {
    try {
      const until = new Date(this.now() + this.timing.leaseMs).toISOString();
      if (!(await this.targets.renew(this.claim, until))) {
        this.lost.abort();
      }
    } catch {
      // The database may be back before the lease ends; what is written at the end is checked against it.
    }
  }
}
