import limiter from 'p-limit';
import { AwsCallError } from '../aws/AwsCallError';
import type { ExecutionSource } from '../aws/ExecutionSource';
import { concernsAccount } from '../aws/concernsAccount';
import { isGone } from '../aws/isGone';
import type { ClaimChecker, Verdict } from '../claims/ClaimChecker';
import { retryDelayMs } from '../collection/retryDelay';
import { buildRun } from '../runs/collect/buildRun';
import { orderPolls } from '../runs/collect/orderPolls';
import { RunListing } from '../runs/collect/RunListing';
import { RunOwners } from '../runs/collect/RunOwners';
import type { StoredPipeline } from '../runs/model';
import type { Redactor } from '../runs/redaction/Redactor';
import type { PollStore } from '../runs/store/PollStore';
import type { RunStore } from '../runs/store/RunStore';
import type { RunWorkStore } from '../runs/store/RunWorkStore';
import type { DbPoll } from '../runs/store/tables';
import { buildPipeline } from './buildPipeline';
import { claimValues } from './claimValues';
import type { CollectionInput, CollectionOutput, Collector } from './Collector';
import type { CachedDetail } from './CachedDetail';
import type { PipelineFacts } from './PipelineFacts';
import { readDetails } from './readDetails';
import { readPipelineFacts } from './readPipelineFacts';
import { rejectedClaims } from './rejectedClaims';
import { claimOf } from './tagClaims';

/** Pipelines whose executions are listed at a time. */
const AT_A_TIME = 4;

export interface RunsCollectorOptions {
  source: ExecutionSource;
  claims: ClaimChecker;
  runs: RunStore;
  polls: PollStore;
  redactor: Redactor;
  runWork: Pick<RunWorkStore, 'readOpenOfGone'>;
  retentionMs: number;
  frequencyMs: number;
  /** After this time the collection is given up. */
  timeoutMs: number;
}

/** Reads the pipelines of one account and region, and lists their runs. */
export class RunsCollector implements Collector {
  readonly id = 'runs';
  private readonly owners: RunOwners;
  private readonly listing: RunListing;

  constructor(private readonly options: RunsCollectorOptions) {
    this.owners = new RunOwners(options.source, options.polls);
    this.listing = new RunListing(options.source, options.runs);
  }

  async collect(input: CollectionInput): Promise<CollectionOutput> {
    const { account, call, now } = input;
    const { source, claims, polls } = this.options;
    const tagged = await source.listPipelines(call);
    const before = byPipeline(await polls.ofTarget(call));
    const verdicts = await claims.check(account, [
      ...claimValues(tagged),
      ...[...before.values()].map(poll => poll.claim),
    ]);
    await this.owners.settle({ call, tagged, verdicts, polls: before, now });
    const accepted = new Map(
      [...tagged].flatMap(([arn, tags]) => {
        const entityRef = accepts(verdicts.get(claimOf(tags) ?? ''));
        return entityRef === undefined ? [] : [[arn, { entityRef, tags }]];
      }),
    );
    const known = input.details as Map<string, CachedDetail<PipelineFacts>>;
    const facts = await readDetails<PipelineFacts>(input, {
      candidates: [...accepted].map(([arn, { entityRef, tags }]) => ({
        arn,
        fingerprint: JSON.stringify(Object.entries(tags).sort()),
        refreshedAt: input.refreshes.get(entityRef),
      })),
      read: arn => readPipelineFacts(source, call, arn, known.get(arn), now),
      isSettled: ({ complete }) => complete,
    });
    const pipelines = [...accepted].flatMap(([arn, { entityRef, tags }]) => {
      const content = facts.contents.get(arn);
      const { emulated } = account;
      return content
        ? [
            buildPipeline({
              target: call,
              emulated,
              arn,
              entityRef,
              tags,
              facts: content,
              collectedAt: now,
            }),
          ]
        : [];
    });
    await this.listRuns(input, pipelines);
    return {
      rows: pipelines.map(({ id, entityRef, environment, ...rest }) => ({
        id,
        entityRef,
        environment,
        status: rest.type.toLowerCase() || 'unknown',
        content: { id, entityRef, environment, ...rest },
      })),
      rejected: rejectedClaims(tagged, verdicts),
      details: facts.kept,
      incomplete: facts.incomplete,
    };
  }

  private async listRuns(
    input: CollectionInput,
    pipelines: StoredPipeline[],
  ): Promise<void> {
    const { source, runs, polls, runWork, timeoutMs } = this.options;
    const { call, now, refreshes } = input;
    // What waits for quotas is left to the next round, so that the round has a result.
    const until = Date.now() + timeoutMs / 2;
    const state = byPipeline(await polls.ofTarget(call));
    const busy = await runs.busyPipelines(
      pipelines.map(({ id }) => id),
      now,
    );
    const order = orderPolls(pipelines, {
      polls: state,
      busy,
      refreshes,
      now,
    });
    const limit = limiter(AT_A_TIME);
    await Promise.all(
      order.map(pipeline =>
        limit(async () => {
          const poll = state.get(pipeline.id);
          if (poll && source.listsLeft(call) > 0 && Date.now() < until) {
            await this.listRunsOf(pipeline, poll, input);
          }
        }),
      ),
    );
    await runWork.readOpenOfGone(call);
  }

  /** An error is kept with its pipeline, and the others go on; unless it is the account's. */
  private async listRunsOf(
    pipeline: StoredPipeline,
    poll: DbPoll,
    { account, call, now }: CollectionInput,
  ): Promise<void> {
    const { polls, redactor, retentionMs, frequencyMs } = this.options;
    try {
      const listing = await this.listing.update({
        call,
        pipelineId: pipeline.id,
        listing: {
          listedToTheEnd: poll.listed_to_the_end,
          cursor: poll.cursor ?? undefined,
        },
        keptFrom: new Date(Date.parse(now) - retentionMs).toISOString(),
        now,
        build: execution =>
          buildRun(pipeline, execution, {
            redactor,
            emulated: account.emulated,
            collectedAt: now,
          }),
      });
      await polls.succeed(pipeline.id, listing, now);
    } catch (error) {
      if (!(error instanceof AwsCallError) || concernsAccount(error)) {
        throw error;
      }
      if (isGone(error)) {
        await polls.setGone(pipeline.id, now);
        return;
      }
      const { kind, message, operation } = error;
      const failures = poll.failures + 1;
      const delay = retryDelayMs(failures, frequencyMs);
      await polls.fail(
        pipeline.id,
        { kind, message, operation, at: now },
        failures,
        new Date(Date.parse(now) + delay).toISOString(),
      );
    }
  }
}

function byPipeline(polls: DbPoll[]): Map<string, DbPoll> {
  return new Map(polls.map(poll => [poll.pipeline_id, poll]));
}

function accepts(verdict: Verdict | undefined): string | undefined {
  return verdict?.accepted ? verdict.entityRef : undefined;
}
