import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';

/** What a killed process held is free for others after this time. */
export const LEASE_MS = 60_000;
const RENEW_MS = 20_000;

/** Keeps a claim alive while its holder works, and says when it has been lost. */
export class Lease {
  private readonly lost = new AbortController();
  private readonly timer: NodeJS.Timeout;

  constructor(
    /** Answers false when another process has it. */
    private readonly extend: (until: Timestamp) => Promise<boolean>,
    private readonly now: () => number,
    private readonly timing = { leaseMs: LEASE_MS, renewMs: RENEW_MS },
  ) {
    this.timer = setInterval(() => this.renew(), timing.renewMs);
    this.timer.unref();
  }

  /** Aborts when another process has taken over. */
  get signal(): AbortSignal {
    return this.lost.signal;
  }

  end(): void {
    clearInterval(this.timer);
  }

  private async renew(): Promise<void> {
    try {
      const until = new Date(this.now() + this.timing.leaseMs).toISOString();
      if (!(await this.extend(until))) {
        this.lost.abort();
      }
    } catch {
      // The database may be back before the lease ends; what is written at the end is checked against it.
    }
  }
}
