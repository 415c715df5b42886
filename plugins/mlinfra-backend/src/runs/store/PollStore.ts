import type {
  CollectionError,
  EntityRef,
  EnvironmentId,
  Timestamp,
} from '@mlinfra/plugin-mlinfra-common';
import type { Knex } from 'knex';
import type { AwsTarget } from '../../aws/AwsTarget';
import type { DbPoll, DbRun } from './tables';

/** Whose the runs of a pipeline are. */
export interface RunsOwner {
  /** Empty: nobody may see them. */
  entityRef: EntityRef | '';
  environment?: EnvironmentId;
  stack?: string;
}

/** How far the executions of a pipeline have been listed. */
export interface ListingState {
  listedToTheEnd: boolean;
  cursor?: string;
}

/** Where the listing of each pipeline's executions stands. */
export class PollStore {
  constructor(private readonly knex: Knex) {}

  async ofTarget({ accountId, region }: AwsTarget): Promise<DbPoll[]> {
    const rows = await this.knex<DbPoll>('pipeline_polls').where({
      account_id: accountId,
      region,
    });
    // SQLite has no booleans.
    return rows.map(row => ({
      ...row,
      listed_to_the_end: Boolean(row.listed_to_the_end),
    }));
  }

  async add(
    pipelineId: string,
    { accountId, region }: AwsTarget,
    claim: string,
    { entityRef, environment, stack }: RunsOwner,
  ): Promise<void> {
    await this.knex<DbPoll>('pipeline_polls')
      .insert({
        pipeline_id: pipelineId,
        account_id: accountId,
        region,
        entity_ref: entityRef,
        environment: environment ?? null,
        stack: stack ?? null,
        claim,
        listed_to_the_end: false,
        failures: 0,
      })
      .onConflict('pipeline_id')
      .ignore();
  }

  /** Records that the pipeline is there, and what its tag says. */
  async setPresent(pipelineId: string, claim: string): Promise<void> {
    await this.knex<DbPoll>('pipeline_polls')
      .where({ pipeline_id: pipelineId })
      .update({ claim, gone_at: null });
  }

  /** Gives all runs of a pipeline to an entity, so that the one before sees them no more. */
  async moveRuns(
    pipelineId: string,
    { entityRef, environment, stack }: RunsOwner,
  ): Promise<void> {
    const owner = {
      entity_ref: entityRef,
      environment: environment ?? null,
      stack: stack ?? null,
    };
    await this.knex.transaction(async transaction => {
      await transaction<DbPoll>('pipeline_polls')
        .where({ pipeline_id: pipelineId })
        .update(owner);
      await transaction<DbRun>('runs')
        .where({ pipeline_id: pipelineId })
        .update(owner);
    });
  }

  async setGone(pipelineId: string, at: Timestamp): Promise<void> {
    await this.knex<DbPoll>('pipeline_polls')
      .where({ pipeline_id: pipelineId })
      .update({ gone_at: at });
  }

  async succeed(
    pipelineId: string,
    { listedToTheEnd, cursor }: ListingState,
    at: Timestamp,
  ): Promise<void> {
    await this.knex<DbPoll>('pipeline_polls')
      .where({ pipeline_id: pipelineId })
      .update({
        polled_at: at,
        wait_until: null,
        listed_to_the_end: listedToTheEnd,
        cursor: cursor ?? null,
        failures: 0,
        error_kind: null,
        error_message: null,
        error_operation: null,
        error_at: null,
      });
  }

  async fail(
    pipelineId: string,
    error: CollectionError,
    failures: number,
    waitUntil: Timestamp,
  ): Promise<void> {
    await this.knex<DbPoll>('pipeline_polls')
      .where({ pipeline_id: pipelineId })
      .update({
        failures,
        wait_until: waitUntil,
        error_kind: error.kind,
        error_message: error.message,
        error_operation: error.operation ?? null,
        error_at: error.at,
      });
  }

  /** Forgets pipelines that AWS has no more and of which no run is left. */
  async forgetEmpty(): Promise<void> {
    await this.knex<DbPoll>('pipeline_polls')
      .whereNotNull('gone_at')
      .whereNotExists(
        this.knex('runs')
          .select(this.knex.raw('1'))
          .whereRaw('runs.pipeline_id = pipeline_polls.pipeline_id'),
      )
      .delete();
  }

  /** Drops everything about the runs of a target; part of the caller's transaction. */
  async remove(
    transaction: Knex.Transaction,
    { accountId, region }: AwsTarget,
  ): Promise<void> {
    const where = { account_id: accountId, region };
    await transaction('runs').where(where).delete();
    await transaction('pipeline_polls').where(where).delete();
  }
}
