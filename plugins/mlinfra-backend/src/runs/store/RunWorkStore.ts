import type {
  AccountId,
  Region,
  Timestamp,
} from '@mlinfra/plugin-mlinfra-common';
import type { Knex } from 'knex';
import type { AwsTarget } from '../../aws/AwsTarget';
import type { DbRun, RunWork } from './tables';

/** A history that could not be read is not asked for again before this time, however many look. */
const RETRY_OPENED_MS = 60_000;

/** A run about which something is to be asked. */
export interface DueRun {
  id: string;
  arn: string;
  pipelineId: string;
  accountId: AccountId;
  region: Region;
  work: RunWork | null;
  watched: boolean;
  failures: number;
}

/** What is left of a run's work. */
export interface WorkOutcome {
  work: RunWork | null;
  after: Timestamp | null;
  failures: number;
  /** True where the run was seen to go on: when it has ended meanwhile, its end is still to be read. */
  goesOn: boolean;
}

/** Which runs are to be asked about, by whom, and whose end was told. */
export class RunWorkStore {
  constructor(private readonly knex: Knex) {}

  /** A page follows the run: it is read until then while it goes on, and once after. */
  async watch(id: string, until: Timestamp, now: Timestamp): Promise<void> {
    const before = new Date(Date.parse(now) - RETRY_OPENED_MS).toISOString();
    await this.knex<DbRun>('runs')
      .where({ id })
      .update({ watched_until: until });
    await this.knex<DbRun>('runs')
      .where({ id, terminal: true })
      .andWhere(unread =>
        unread
          .whereNull('history_state')
          // Read while it went on, and not since; with a problem there is no more to read.
          .orWhere(rest =>
            rest.where('history_state', 'partial').whereNull('history_problem'),
          )
          .orWhere(again =>
            again
              .where('history_state', 'failed')
              .andWhere('history_read_at', '<', before),
          ),
      )
      .update({ work: 'read', work_after: null });
  }

  /** Lets runs be read that go on in pipelines of a target which AWS has no more, as no list will tell their end. */
  async readOpenOfGone({ accountId, region }: AwsTarget): Promise<void> {
    await this.knex<DbRun>('runs')
      .where({ terminal: false, account_id: accountId, region })
      .whereNull('work')
      .whereIn(
        'pipeline_id',
        this.knex('pipeline_polls')
          .where({ account_id: accountId, region })
          .whereNotNull('gone_at')
          .select('pipeline_id'),
      )
      .update({ work: 'read' });
  }

  /** What is due and free: watched runs first, then the newest. */
  async due(now: Timestamp, limit: number): Promise<DueRun[]> {
    const watched: DbRun[] = await this.knex<DbRun>('runs')
      .where('watched_until', '>', now)
      .andWhere(each => each.where('terminal', false).orWhereNotNull('work'))
      .andWhere(free(now))
      .orderBy('started_at', 'desc')
      .limit(limit);
    const others: DbRun[] =
      watched.length < limit
        ? await this.knex<DbRun>('runs')
            .whereIn('work', ['read', 'describe'])
            .andWhere(free(now))
            .orderBy('started_at', 'desc')
            .limit(limit)
        : [];
    const rows = new Map([...watched, ...others].map(row => [row.id, row]));
    return [...rows.values()].slice(0, limit).map(row => ({
      id: row.id,
      arn: row.arn,
      pipelineId: row.pipeline_id,
      accountId: row.account_id,
      region: row.region,
      work: row.work,
      watched: row.watched_until !== null && row.watched_until > now,
      failures: row.work_failures,
    }));
  }

  /** True when the run was free and due, and now is this token's. One statement, so only one replica gets it. */
  async claim(
    id: string,
    token: string,
    now: Timestamp,
    until: Timestamp,
  ): Promise<boolean> {
    const updated = await this.knex<DbRun>('runs')
      .where({ id })
      .andWhere(free(now))
      .update({ lease_token: token, leased_until: until });
    return updated === 1;
  }

  /** False when the lease has been lost. */
  async renew(id: string, token: string, until: Timestamp): Promise<boolean> {
    const updated = await this.knex<DbRun>('runs')
      .where({ id, lease_token: token })
      .update({ leased_until: until });
    return updated === 1;
  }

  /** Ends a lease, and says what is left to do. False when the lease has been lost. */
  async finish(
    id: string,
    token: string,
    { work, after, failures, goesOn }: WorkOutcome,
  ): Promise<boolean> {
    const updated = await this.knex<DbRun>('runs')
      .where({ id, lease_token: token })
      .andWhere(goesOn ? { terminal: false } : {})
      .update({
        work,
        work_after: after,
        work_failures: failures,
        lease_token: null,
        leased_until: null,
      });
    if (updated === 0) {
      await this.release(id, token);
    }
    return updated === 1;
  }

  /** Ends a lease without any result. */
  async release(id: string, token: string): Promise<void> {
    await this.knex<DbRun>('runs')
      .where({ id, lease_token: token })
      .update({ lease_token: null, leased_until: null });
  }

  /** For which end the owner was told. */
  async notifiedAs(id: string): Promise<string | undefined> {
    const row = await this.knex<DbRun>('runs')
      .where({ id })
      .select('notified_as')
      .first();
    return row?.notified_as ?? undefined;
  }

  async markNotified(id: string, end: string): Promise<void> {
    await this.knex<DbRun>('runs').where({ id }).update({ notified_as: end });
  }
}

function free(now: Timestamp) {
  return (query: Knex.QueryBuilder) =>
    query
      .where(each =>
        each.whereNull('leased_until').orWhere('leased_until', '<', now),
      )
      .andWhere(each =>
        each.whereNull('work_after').orWhere('work_after', '<=', now),
      );
}
