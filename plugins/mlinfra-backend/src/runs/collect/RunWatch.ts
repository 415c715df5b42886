import type { RunWorkStore } from '../store/RunWorkStore';

/** A page asks again before this time, or its watch ends. */
const WATCH_MS = 45_000;

/** Lets pages follow runs. */
export class RunWatch {
  constructor(
    private readonly work: Pick<RunWorkStore, 'watch'>,
    private readonly wake: () => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** To be called whenever a page asks for a run: it is read as long as somebody looks. */
  async watch(runId: string): Promise<void> {
    const now = this.now();
    await this.work.watch(
      runId,
      new Date(now + WATCH_MS).toISOString(),
      new Date(now).toISOString(),
    );
    this.wake();
  }
}
