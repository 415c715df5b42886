import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { AwsCall } from '../../aws/AwsCaller';
import type { ExecutionSource } from '../../aws/ExecutionSource';
import { eventSize } from '../history/eventSize';

export interface ReadEvents {
  /** Oldest first. */
  events: HistoryEvent[];
  /** True where there are more than are read. */
  cut: boolean;
}

/** How much is read of one run, and kept of all that are followed; their events are not redacted, so they are kept in memory only. */
const LIMITS = {
  /** AWS ends an execution at this many. */
  events: 25_000,
  /** Characters; an event has up to 256 Ki. */
  size: 16 * 1024 * 1024,
  keptSize: 64 * 1024 * 1024,
};

interface KeptEvents {
  events: HistoryEvent[];
  size: number;
  cut: boolean;
}

/** Reads the events of runs; of one that is followed, only those that are new. */
export class RunEventsReader {
  /** By execution; the one read last is the last. */
  private readonly kept = new Map<string, KeptEvents>();
  private readonly limits: typeof LIMITS;

  constructor(
    private readonly source: Pick<ExecutionSource, 'historyPage'>,
    limits: Partial<typeof LIMITS> = {},
  ) {
    this.limits = { ...LIMITS, ...limits };
  }

  async read(call: AwsCall, executionArn: string): Promise<ReadEvents> {
    const known = this.kept.get(executionArn);
    const read = known?.events.length
      ? await this.readNewest(call, executionArn, known)
      : await this.readAll(call, executionArn);
    this.keep(executionArn, read);
    return { events: read.events, cut: read.cut };
  }

  /** Once a run has ended and its history is stored. */
  forget(executionArn: string): void {
    this.kept.delete(executionArn);
  }

  private async readAll(
    call: AwsCall,
    executionArn: string,
  ): Promise<KeptEvents> {
    let read: KeptEvents = { events: [], size: 0, cut: false };
    let nextToken: string | undefined;
    do {
      const page = await this.source.historyPage(call, executionArn, {
        newestFirst: false,
        nextToken,
      });
      read = this.append(read, page.events);
      nextToken = page.nextToken;
    } while (nextToken && !read.cut);
    return read;
  }

  private async readNewest(
    call: AwsCall,
    executionArn: string,
    known: KeptEvents,
  ): Promise<KeptEvents> {
    if (known.cut) {
      return known;
    }
    const last = known.events.at(-1)?.id ?? 0;
    const added: HistoryEvent[] = [];
    let size = known.size;
    let nextToken: string | undefined;
    do {
      const page = await this.source.historyPage(call, executionArn, {
        newestFirst: true,
        nextToken,
      });
      const news = page.events.filter(({ id = 0 }) => id > last);
      added.push(...news);
      size += sizeOf(news);
      if (size > this.limits.size) {
        // From the oldest on, so that what is kept has no gap.
        return this.readAll(call, executionArn);
      }
      const reached = page.events.some(({ id = 0 }) => id <= last);
      nextToken = reached ? undefined : page.nextToken;
    } while (nextToken);
    return this.append(known, added.reverse());
  }

  /** As many of the events as the limits allow. */
  private append(read: KeptEvents, events: HistoryEvent[]): KeptEvents {
    const all = [...read.events];
    let { size } = read;
    for (const event of events) {
      size += eventSize(event);
      if (size > this.limits.size || all.length === this.limits.events) {
        return { events: all, size, cut: true };
      }
      all.push(event);
    }
    return { events: all, size, cut: false };
  }

  private keep(executionArn: string, read: KeptEvents): void {
    this.kept.delete(executionArn);
    this.kept.set(executionArn, read);
    let total = 0;
    for (const { size } of this.kept.values()) {
      total += size;
    }
    for (const [arn, { size }] of this.kept) {
      if (total <= this.limits.keptSize) {
        return;
      }
      this.kept.delete(arn);
      total -= size;
    }
  }
}

function sizeOf(events: HistoryEvent[]): number {
  return events.reduce((sum, event) => sum + eventSize(event), 0);
}
