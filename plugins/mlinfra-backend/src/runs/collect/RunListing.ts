import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { AwsCall } from '../../aws/AwsCaller';
import type {
  ExecutionSource,
  ExecutionSummary,
} from '../../aws/ExecutionSource';
import { AwsCallError } from '../../aws/AwsCallError';
import { errorName } from '../../aws/errorKind';
import type { StoredRun } from '../model';
import type { ListingState } from '../store/PollStore';
import type { RunStore } from '../store/RunStore';

/** Pages per pipeline and round; what is left comes in the next ones. */
export const MOST_PAGES = 5;
/** Runs that went out of sight and may have ended, per pipeline and round. */
const MOST_DESCRIPTIONS = 20;

export interface ListedPipeline {
  call: AwsCall;
  pipelineId: string;
  listing: ListingState;
  /** Executions that started before are not kept. */
  keptFrom: Timestamp;
  now: Timestamp;
  build(execution: ExecutionSummary): StoredRun;
}

type Source = Pick<
  ExecutionSource,
  'listExecutions' | 'listsLeft' | 'describeExecution'
>;

/** Brings the stored runs of one pipeline up to date with as few calls as possible. */
export class RunListing {
  constructor(
    private readonly source: Source,
    private readonly runs: RunStore,
  ) {}

  /** Returns where listing goes on. */
  async update(pipeline: ListedPipeline): Promise<ListingState> {
    const seen = new Set<string>();
    const head = await this.readHead(pipeline, seen);
    const listing = await this.readOlder(pipeline, head, seen);
    await this.updateOpenRuns(pipeline, seen);
    return listing;
  }

  /** Newest first, until a page shows only what is known. */
  private async readHead(pipeline: ListedPipeline, seen: Set<string>) {
    let pages = 0;
    let token: string | undefined;
    let caughtUp = false;
    do {
      const page = await this.readPage(pipeline, token, seen);
      token = page.nextToken;
      caughtUp = page.allKnown;
      pages += 1;
    } while (token && !caughtUp && this.mayGoOn(pipeline, pages));
    return { pages, token, caughtUp };
  }

  /** Takes over older executions, a few pages per round, until the end was reached once. */
  private async readOlder(
    pipeline: ListedPipeline,
    head: { pages: number; token: string | undefined; caughtUp: boolean },
    seen: Set<string>,
  ): Promise<ListingState> {
    if (!head.token || (head.caughtUp && pipeline.listing.listedToTheEnd)) {
      return { listedToTheEnd: true };
    }
    if (!head.caughtUp) {
      // More came than fits into a round, so what lies behind may have gaps.
      return { listedToTheEnd: false, cursor: head.token };
    }
    let { pages } = head;
    let cursor: string | undefined = pipeline.listing.cursor ?? head.token;
    try {
      while (cursor && this.mayGoOn(pipeline, pages)) {
        cursor = (await this.readPage(pipeline, cursor, seen)).nextToken;
        pages += 1;
      }
    } catch (error) {
      if (!isOldToken(error)) {
        throw error;
      }
      return { listedToTheEnd: false };
    }
    return { listedToTheEnd: !cursor, cursor };
  }

  private async readPage(
    { call, pipelineId, keptFrom, now, build }: ListedPipeline,
    nextToken: string | undefined,
    seen: Set<string>,
  ) {
    const page = await this.source.listExecutions(call, pipelineId, {
      nextToken,
    });
    const kept = page.executions.filter(
      ({ startedAt, status }) => startedAt >= keptFrom || status === 'RUNNING',
    );
    const known = await this.runs.known(kept.map(({ arn }) => arn));
    await this.runs.upsert(kept.map(build), now);
    kept.forEach(({ arn }) => seen.add(arn));
    const oldest = page.executions.at(-1)?.startedAt;
    return {
      allKnown: kept.every(({ arn }) => known.has(arn)),
      nextToken:
        oldest !== undefined && oldest < keptFrom ? undefined : page.nextToken,
    };
  }

  /** Runs that go on, and were on none of the pages. */
  private async updateOpenRuns(
    pipeline: ListedPipeline,
    seen: Set<string>,
  ): Promise<void> {
    const { call, pipelineId, now, build } = pipeline;
    const unseen = (await this.runs.openRuns(pipelineId)).filter(
      run => !seen.has(run.executionArn),
    );
    if (unseen.length === 0) {
      return;
    }
    let pages = 0;
    let nextToken: string | undefined;
    do {
      const page = await this.source.listExecutions(call, pipelineId, {
        status: 'RUNNING',
        nextToken,
      });
      await this.runs.upsert(page.executions.map(build), now);
      page.executions.forEach(({ arn }) => seen.add(arn));
      nextToken = page.nextToken;
      pages += 1;
    } while (nextToken && this.mayGoOn(pipeline, pages));
    const unlisted = unseen.filter(run => !seen.has(run.executionArn));
    // Behind the last page some may go on, so that each round begins elsewhere.
    const first = nextToken ? Math.floor(Math.random() * unlisted.length) : 0;
    const asked = [...unlisted.slice(first), ...unlisted.slice(0, first)];
    for (const run of asked.slice(0, MOST_DESCRIPTIONS)) {
      const details = await this.source.describeExecution(
        call,
        run.executionArn,
      );
      if (details) {
        await this.runs.upsert([build(details)], now);
      } else {
        await this.runs.vanish(run);
      }
    }
  }

  private mayGoOn({ call }: ListedPipeline, pages: number): boolean {
    return pages < MOST_PAGES && this.source.listsLeft(call) > 0;
  }
}

/** AWS keeps a list's tokens for a day. */
function isOldToken(error: unknown): boolean {
  return (
    error instanceof AwsCallError && errorName(error.cause) === 'InvalidToken'
  );
}
