import { MLINFRA_TAGS } from '@mlinfra/plugin-mlinfra-common';
import type { AwsCall } from '../../aws/AwsCaller';
import { AwsCallError } from '../../aws/AwsCallError';
import type { ExecutionSource } from '../../aws/ExecutionSource';
import type { Tags } from '../../aws/InventorySource';
import { concernsAccount } from '../../aws/concernsAccount';
import type { Verdict } from '../../claims/ClaimChecker';
import { claimOf } from '../../collectors/tagClaims';
import type { PollStore, RunsOwner } from '../store/PollStore';
import type { DbPoll } from '../store/tables';

const NOBODY: RunsOwner = { entityRef: '' };

export interface OwnedPipelines {
  call: AwsCall;
  /** Tags of the pipelines that are there. */
  tagged: Map<string, Tags>;
  verdicts: Map<string, Verdict>;
  /** What is stored of the target. */
  polls: Map<string, DbPoll>;
  now: string;
}

/**
 * Keeps stored runs with the entity that their pipeline belongs to. A pipeline
 * that names another entity takes its runs along; one whose claim is refused,
 * or that names none any more, leaves them to nobody; one that AWS has no more
 * keeps them for the entity that it named, as long as that may be claimed.
 */
export class RunOwners {
  constructor(
    private readonly source: Pick<ExecutionSource, 'describePipeline'>,
    private readonly polls: PollStore,
  ) {}

  async settle(pipelines: OwnedPipelines): Promise<void> {
    const { call, tagged, verdicts, polls } = pipelines;
    for (const [id, tags] of tagged) {
      const claim = claimOf(tags) ?? '';
      const owner = ownerOf(verdicts.get(claim), {
        environment: tags[MLINFRA_TAGS.environment],
        stack: tags[MLINFRA_TAGS.stack],
      });
      const poll = polls.get(id);
      if (!poll && owner.entityRef !== '') {
        await this.polls.add(id, call, claim, owner);
      } else if (poll) {
        if (poll.claim !== claim || poll.gone_at !== null) {
          await this.polls.setPresent(id, claim);
        }
        await this.move(poll, owner);
      }
    }
    for (const poll of polls.values()) {
      if (!tagged.has(poll.pipeline_id)) {
        await this.settleMissing(poll, pipelines);
      }
    }
  }

  private async settleMissing(
    poll: DbPoll,
    { call, verdicts, now }: OwnedPipelines,
  ): Promise<void> {
    const owner = ownerOf(verdicts.get(poll.claim), {
      environment: poll.environment ?? undefined,
      stack: poll.stack ?? undefined,
    });
    if (poll.gone_at !== null || poll.entity_ref === '') {
      await this.move(poll, poll.gone_at === null ? NOBODY : owner);
      return;
    }
    const there = await this.isThere(call, poll.pipeline_id);
    if (there === false) {
      await this.polls.setGone(poll.pipeline_id, now);
    }
    await this.move(poll, there === true ? NOBODY : owner);
  }

  /** Undefined where AWS does not say. */
  private async isThere(
    call: AwsCall,
    pipelineId: string,
  ): Promise<boolean | undefined> {
    try {
      return (
        (await this.source.describePipeline(call, pipelineId)) !== undefined
      );
    } catch (error) {
      if (!(error instanceof AwsCallError) || concernsAccount(error)) {
        throw error;
      }
      return undefined;
    }
  }

  private async move(poll: DbPoll, owner: RunsOwner): Promise<void> {
    const same =
      poll.entity_ref === owner.entityRef &&
      (poll.environment ?? undefined) === owner.environment &&
      (poll.stack ?? undefined) === owner.stack;
    if (!same) {
      await this.polls.moveRuns(poll.pipeline_id, owner);
    }
  }
}

function ownerOf(
  verdict: Verdict | undefined,
  rest: Omit<RunsOwner, 'entityRef'>,
): RunsOwner {
  return { ...rest, entityRef: verdict?.accepted ? verdict.entityRef : '' };
}
