/** A supply that refills steadily up to a limit. What is taken beyond it is owed, so that takers wait in order. */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;

  constructor(
    private readonly capacity: number,
    private readonly perSecond: number,
    private readonly now: () => number = Date.now,
  ) {
    this.tokens = capacity;
    this.filledAt = now();
  }

  /** How many can be taken without waiting. */
  available(): number {
    this.fill();
    return Math.max(0, Math.floor(this.tokens));
  }

  /** Takes one; returns after how many milliseconds it may be used. */
  take(): number {
    this.fill();
    this.tokens -= 1;
    return this.tokens >= 0
      ? 0
      : Math.ceil((-this.tokens / this.perSecond) * 1000);
  }

  /** For one that was taken and not used. */
  giveBack(): void {
    this.tokens = Math.min(this.capacity, this.tokens + 1);
  }

  private fill(): void {
    const now = this.now();
    const gained = (Math.max(0, now - this.filledAt) / 1000) * this.perSecond;
    this.tokens = Math.min(this.capacity, this.tokens + gained);
    this.filledAt = now;
  }
}
