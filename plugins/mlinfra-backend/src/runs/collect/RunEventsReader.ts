import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { AwsCall } from '../../aws/AwsCaller';
import type { ExecutionSource } from '../../aws/ExecutionSource';

/** AWS ends an execution at this many. */
export const MOST_EVENTS = 25_000;
/** Of all runs that are followed; their events are not redacted, so they are kept in memory only. */
const MOST_KEPT = 50_000;

export interface ReadEvents {
  /** Oldest first. */
  events: HistoryEvent[];
  /** True where there are more than are read. */
  cut: boolean;
}

/** Reads the events of runs; of one that is followed, only those that are new. */
export class RunEventsReader {
  /** By execution; the one read last is the last. */
  private readonly kept = new Map<string, HistoryEvent[]>();

  constructor(
    private readonly source: Pick<ExecutionSource, 'historyPage'>,
    private readonly most = MOST_EVENTS,
  ) {}

  async read(call: AwsCall, executionArn: string): Promise<ReadEvents> {
    const known = this.kept.get(executionArn) ?? [];
    const events = known.length
      ? await this.readNewest(call, executionArn, known)
      : await this.readAll(call, executionArn);
    const cut = events.length > this.most;
    const read = { events: cut ? events.slice(0, this.most) : events, cut };
    this.keep(executionArn, read.events);
    return read;
  }

  /** Once a run has ended and its history is stored. */
  forget(executionArn: string): void {
    this.kept.delete(executionArn);
  }

  private async readAll(
    call: AwsCall,
    executionArn: string,
  ): Promise<HistoryEvent[]> {
    const events: HistoryEvent[] = [];
    let nextToken: string | undefined;
    do {
      const page = await this.source.historyPage(call, executionArn, {
        newestFirst: false,
        nextToken,
      });
      events.push(...page.events);
      nextToken = page.nextToken;
    } while (nextToken && events.length <= this.most);
    return events;
  }

  private async readNewest(
    call: AwsCall,
    executionArn: string,
    known: HistoryEvent[],
  ): Promise<HistoryEvent[]> {
    const last = known.at(-1)?.id ?? 0;
    const added: HistoryEvent[] = [];
    let nextToken: string | undefined;
    do {
      const page = await this.source.historyPage(call, executionArn, {
        newestFirst: true,
        nextToken,
      });
      added.push(...page.events.filter(({ id = 0 }) => id > last));
      const reached = page.events.some(({ id = 0 }) => id <= last);
      nextToken = reached ? undefined : page.nextToken;
    } while (nextToken);
    return [...known, ...added.reverse()];
  }

  private keep(executionArn: string, events: HistoryEvent[]): void {
    this.kept.delete(executionArn);
    this.kept.set(executionArn, events);
    let total = 0;
    for (const each of this.kept.values()) {
      total += each.length;
    }
    for (const [arn, each] of this.kept) {
      if (total <= MOST_KEPT) {
        return;
      }
      this.kept.delete(arn);
      total -= each.length;
    }
  }
}
