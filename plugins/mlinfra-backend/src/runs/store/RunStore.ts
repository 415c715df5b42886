import type {
  AccountId,
  EntityRef,
  RunStatus,
  RunSummary,
  Timestamp,
} from '@mlinfra/plugin-mlinfra-common';
import type { Knex } from 'knex';
import type { RunRecord, StoredPipeline, StoredRun } from '../model';
import { runRecord, runSummary, storedRun } from './runRows';
import { RunWriter } from './RunWriter';
import type { DbRun } from './tables';

/** Which runs of a list are wanted; absent: all. */
export interface RunFilter {
  entityRef?: EntityRef;
  pipelineId?: string;
  status?: RunStatus;
  environment?: string;
  accountId?: AccountId;
  /** Started at or after. */
  from?: Timestamp;
  /** Started before. */
  to?: Timestamp;
}

/** Where a list goes on: behind this run, newest first. */
export interface RunPosition {
  startedAt: Timestamp;
  id: string;
}

const PER_DELETE = 500;

/** The runs of all pipelines. Runs of pipelines that nobody may claim are stored, and found by nobody. */
export class RunStore {
  private readonly writer: RunWriter;

  constructor(
    private readonly knex: Knex,
    options: { readHistoryOnEnd: boolean } = { readHistoryOnEnd: true },
  ) {
    this.writer = new RunWriter(knex, options);
  }

  /** Stores what was seen of runs, and returns those that are new or changed. */
  async upsert(seen: StoredRun[], now: Timestamp): Promise<StoredRun[]> {
    return this.writer.upsert(seen, now);
  }

  async byId(id: string): Promise<RunRecord | undefined> {
    const row = await this.rows().where({ id }).first();
    return row && runRecord(row);
  }

  async byArn(arn: string): Promise<RunRecord | undefined> {
    const row = await this.rows().where({ arn }).first();
    return row && runRecord(row);
  }

  /** Newest first, behind a position. */
  async list(
    filter: RunFilter,
    position: RunPosition | undefined,
    limit: number,
  ): Promise<StoredRun[]> {
    const query = this.rows()
      .where(columns(filter))
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    if (filter.from !== undefined) {
      query.where('started_at', '>=', filter.from);
    }
    if (filter.to !== undefined) {
      query.where('started_at', '<', filter.to);
    }
    if (position) {
      // A row value, as databases find it in an index where they do not find `or`.
      query.whereRaw('(started_at, id) < (?, ?)', [
        position.startedAt,
        position.id,
      ]);
    }
    const rows: DbRun[] = await query;
    return rows.map(storedRun);
  }

  /** The newest run of each pipeline that has one; none that another entity owns by now. */
  async latestOfPipelines(
    pipelines: Pick<StoredPipeline, 'id' | 'entityRef'>[],
  ): Promise<Map<string, RunSummary>> {
    const found = await Promise.all(
      pipelines.map(({ id, entityRef }) =>
        this.rows()
          .where({ pipeline_id: id, entity_ref: entityRef })
          .orderBy([
            { column: 'started_at', order: 'desc' },
            { column: 'id', order: 'desc' },
          ])
          .first(),
      ),
    );
    return new Map(
      found.flatMap(row => (row ? [[row.pipeline_id, runSummary(row)]] : [])),
    );
  }

  /** Number of an entity's runs that started since an instant, by status. */
  async countsOfEntity(
    entityRef: EntityRef,
    since: Timestamp,
  ): Promise<Partial<Record<RunStatus, number>>> {
    const rows = await this.rows()
      .where('entity_ref', entityRef)
      .andWhere('started_at', '>=', since)
      .groupBy('status')
      .select('status')
      .count({ count: '*' });
    // Postgres counts in 64 bits, which arrive as a string.
    return Object.fromEntries(
      rows.map(({ status, count }) => [status, Number(count)]),
    );
  }

  /** Runs of a pipeline that AWS may still change by itself. */
  async openRuns(pipelineId: string): Promise<StoredRun[]> {
    const rows = await this.knex<DbRun>('runs').where({
      terminal: false,
      pipeline_id: pipelineId,
    });
    return rows.map(storedRun);
  }

  /** Which pipelines of these have open runs, or runs that a page follows. */
  async busyPipelines(ids: string[], now: Timestamp): Promise<Set<string>> {
    // Two questions, as no index answers both.
    const open = await this.knex<DbRun>('runs')
      .where('terminal', false)
      .whereIn('pipeline_id', ids)
      .distinct('pipeline_id');
    const watched = await this.knex<DbRun>('runs')
      .where('watched_until', '>', now)
      .distinct('pipeline_id');
    return new Set([...open, ...watched].map(row => row.pipeline_id));
  }

  /** Which of these executions are stored, whoever may see them. */
  async known(executionArns: string[]): Promise<Set<string>> {
    const rows = await this.knex<DbRun>('runs')
      .whereIn('arn', executionArns)
      .select('arn');
    return new Set(rows.map(row => row.arn));
  }

  /** For a run that was going on, and that AWS has no more: how it ended will not be known. */
  async vanish(run: StoredRun): Promise<void> {
    const content = {
      ...run,
      status: 'unknown' as const,
      cause:
        'AWS does not have this execution any more, so how it ended is not known.',
    };
    await this.knex<DbRun>('runs')
      .where({ id: run.id, terminal: false })
      .update({
        status: content.status,
        terminal: true,
        content: JSON.stringify(content),
      });
  }

  /** Removes ended runs that started before an instant; returns how many. */
  async removeOlderThan(instant: Timestamp): Promise<number> {
    let removed = 0;
    for (;;) {
      const rows = await this.knex<DbRun>('runs')
        .where('started_at', '<', instant)
        .andWhere('terminal', true)
        .orderBy('started_at')
        .limit(PER_DELETE)
        .select('id');
      if (rows.length === 0) {
        return removed;
      }
      removed += await this.knex('runs')
        .whereIn(
          'id',
          rows.map(row => row.id),
        )
        .delete();
    }
  }

  private rows() {
    return this.knex<DbRun>('runs').whereNot('entity_ref', '');
  }
}

function columns(filter: RunFilter): Partial<DbRun> {
  const { entityRef, pipelineId, status, environment, accountId } = filter;
  return Object.fromEntries(
    Object.entries({
      entity_ref: entityRef,
      pipeline_id: pipelineId,
      status,
      environment,
      account_id: accountId,
    }).filter(([, value]) => value !== undefined),
  );
}
