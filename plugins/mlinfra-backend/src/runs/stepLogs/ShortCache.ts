const MOST_ENTRIES = 500;

/** Answers that several readers ask for at the same moment, fetched once. */
export class ShortCache<Answer> {
  private readonly entries = new Map<
    string,
    { answer: Promise<Answer>; until: number }
  >();

  constructor(
    private readonly milliseconds: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** The running or the last answer; a failure is shared by those who wait for it, and not kept. */
  get(key: string, fetch: () => Promise<Answer>): Promise<Answer> {
    const known = this.entries.get(key);
    if (known && known.until > this.now()) {
      return known.answer;
    }
    this.makeRoom();
    const entry = { answer: fetch(), until: Infinity };
    this.entries.set(key, entry);
    entry.answer.then(
      () => {
        entry.until = this.now() + this.milliseconds;
      },
      () => {
        if (this.entries.get(key) === entry) {
          this.entries.delete(key);
        }
      },
    );
    return entry.answer;
  }

  private makeRoom(): void {
    if (this.entries.size < MOST_ENTRIES) {
      return;
    }
    for (const [key, { until }] of this.entries) {
      if (until <= this.now() || this.entries.size >= MOST_ENTRIES) {
        this.entries.delete(key);
      }
    }
  }
}
