import type {
  CollectionError,
  Timestamp,
} from '@mlinfra/plugin-mlinfra-common';
import type { Knex } from 'knex';
import type { CachedDetail } from '../../collectors/CachedDetail';
import type { PipelineFacts } from '../../collectors/PipelineFacts';
import { ResourceStore } from '../../database/ResourceStore';
import type { DbDetail, DbResource } from '../../database/tables';
import type { StoredPipeline } from '../model';
import { pollError } from './pollRows';
import type { DbPoll } from './tables';

/** When the runs of a pipeline were last listed, and why not, where that failed. */
export interface PipelinePolling {
  runsCollectedAt?: Timestamp;
  runsError?: CollectionError;
}

/** Pipelines as the collections found them. */
export class PipelineStore extends ResourceStore<StoredPipeline> {
  constructor(private readonly database: Knex) {
    super(database, 'pipelines');
  }

  async byId(id: string): Promise<StoredPipeline | undefined> {
    const row = await this.database<DbResource>('pipelines')
      .where({ id })
      .first();
    return row && JSON.parse(row.content);
  }

  /** By pipeline. */
  async polling(ids: string[]): Promise<Map<string, PipelinePolling>> {
    const rows = await this.database<DbPoll>('pipeline_polls').whereIn(
      'pipeline_id',
      ids,
    );
    return new Map(
      rows.map(row => [
        row.pipeline_id,
        {
          runsCollectedAt: row.polled_at ?? undefined,
          runsError: pollError(row),
        },
      ]),
    );
  }

  /** The pipeline's definition (ASL as text) and contract, as last read. */
  async facts(id: string): Promise<CachedDetail<PipelineFacts> | undefined> {
    // arn:<partition>:states:<region>:<account>:stateMachine:<name>
    const [, , , region, accountId] = id.split(':');
    const row = await this.database<DbDetail>('collected_details')
      .where({
        collector: 'runs',
        account_id: accountId ?? '',
        region: region ?? '',
        arn: id,
      })
      .first();
    return (
      row && {
        arn: row.arn,
        fingerprint: row.fingerprint,
        settled: Boolean(row.settled),
        content: JSON.parse(row.content),
        readAt: row.read_at,
      }
    );
  }
}
