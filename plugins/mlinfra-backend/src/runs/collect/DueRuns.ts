import { randomUUID } from 'node:crypto';
import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import { LEASE_MS } from '../../collection/Lease';
import { pause } from '../../collection/pause';
import type { DueRun, RunWorkStore } from '../store/RunWorkStore';

const AT_A_TIME = 4;
/** Of these, for runs that no page watches: a watched one finds a place, however slow the others are. */
const UNWATCHED_AT_A_TIME = 3;
/** How often it is asked what is due while runs are read. */
const LOOK_AGAIN_MS = 1_000;
/** After this time the scheduler starts the next round. */
export const TAKE_FOR_MS = 30 * 60_000;

/** A run that this process reads. */
interface Taken {
  watched: boolean;
  ended: Promise<void>;
}

export interface DueRunsOptions {
  work: Pick<RunWorkStore, 'due' | 'claim'>;
  /** Reads a claimed run; never rejects. */
  read(due: DueRun, token: string, shutdown: AbortSignal): Promise<void>;
  instant(inMs?: number): Timestamp;
}

/** Takes the runs that are due, several at a time, each in one process only. */
export class DueRuns {
  private readonly taken = new Map<string, Taken>();

  constructor(private readonly options: DueRunsOptions) {}

  /** Until nothing is due. */
  async takeAll(signal: AbortSignal): Promise<void> {
    const until = Date.now() + TAKE_FOR_MS;
    while (!signal.aborted && Date.now() < until) {
      await this.takeDue(signal);
      if (this.taken.size === 0) {
        return;
      }
      const over = new AbortController();
      await Promise.race([
        ...this.ends(),
        pause(LOOK_AGAIN_MS, AbortSignal.any([signal, over.signal])),
      ]);
      over.abort();
    }
    await Promise.all(this.ends());
  }

  /** As many as there are places. */
  private async takeDue(signal: AbortSignal): Promise<void> {
    const { work, instant } = this.options;
    if (this.taken.size >= AT_A_TIME) {
      return;
    }
    for (const due of await work.due(instant(), 2 * AT_A_TIME)) {
      const token = randomUUID();
      if (
        !signal.aborted &&
        this.hasPlace(due) &&
        (await work.claim(due.id, token, instant(), instant(LEASE_MS)))
      ) {
        const ended = this.options
          .read(due, token, signal)
          .finally(() => this.taken.delete(due.id));
        this.taken.set(due.id, { watched: due.watched, ended });
      }
    }
  }

  private hasPlace({ id, watched }: DueRun): boolean {
    const unwatched = [...this.taken.values()].filter(each => !each.watched);
    return (
      !this.taken.has(id) &&
      this.taken.size < AT_A_TIME &&
      (watched || unwatched.length < UNWATCHED_AT_A_TIME)
    );
  }

  private ends(): Promise<void>[] {
    return [...this.taken.values()].map(({ ended }) => ended);
  }
}
