import type { RunEvent, Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { Knex } from 'knex';
import type { RunHistory, StoredStep } from '../model';
import { storedRun } from './runRows';
import type { DbRun, DbRunEvent, DbRunHistory } from './tables';

const PER_INSERT = 100;

/** What a stored history says, beside its events. */
export interface StoredHistory {
  /** ASL as text: the definition that the run was started with. */
  definition?: string;
  input?: string;
  output?: string;
  steps: StoredStep[];
}

/** How far a history has been read. */
export interface HistoryReading {
  state: 'partial' | 'complete';
  readAt: Timestamp;
  /** What is missing, where something is. */
  problem?: string;
  definition?: string;
}

/** Histories of runs, as computed from AWS's events. */
export class RunHistoryStore {
  constructor(private readonly knex: Knex) {}

  async of(runId: string): Promise<StoredHistory | undefined> {
    const row = await this.knex<DbRunHistory>('run_histories')
      .where({ run_id: runId })
      .first();
    return (
      row && {
        definition: row.definition ?? undefined,
        input: row.input ?? undefined,
        output: row.output ?? undefined,
        steps: JSON.parse(row.steps),
      }
    );
  }

  /** Oldest first, behind an event. */
  async events(
    runId: string,
    afterEventId: number | undefined,
    limit: number,
  ): Promise<RunEvent[]> {
    const rows = await this.knex<DbRunEvent>('run_events')
      .where({ run_id: runId })
      .andWhere('event_id', '>', afterEventId ?? 0)
      .orderBy('event_id')
      .limit(limit);
    return rows.map(row => JSON.parse(row.content));
  }

  /**
   * Stores a reading, with what it tells of the run itself. Events never
   * change, so only new ones are written. False when the lease of the reader
   * has been lost.
   */
  async save(
    runId: string,
    leaseToken: string,
    history: RunHistory,
    reading: HistoryReading,
  ): Promise<boolean> {
    return this.knex.transaction(async transaction => {
      const row = await transaction<DbRun>('runs')
        .where({ id: runId, lease_token: leaseToken })
        .forUpdate()
        .first();
      if (!row) {
        return false;
      }
      const { metrics, cost, failedState, error, cause } = history;
      const run = storedRun(row);
      const told = { metrics, cost, failedState };
      await transaction<DbRun>('runs')
        .where({ id: runId })
        .update({
          content: JSON.stringify({
            ...run,
            ...told,
            error: error ?? run.error,
            cause: cause ?? run.cause,
          }),
          history_state: reading.state,
          history_read_at: reading.readAt,
          history_events: history.events.length,
          history_problem: reading.problem ?? null,
        });
      const content = {
        run_id: runId,
        definition: reading.definition ?? null,
        input: history.input ?? null,
        output: history.output ?? null,
        steps: JSON.stringify(history.steps),
      };
      await transaction<DbRunHistory>('run_histories')
        .insert(content)
        .onConflict('run_id')
        .merge();
      await this.addEvents(transaction, runId, history.events);
      return true;
    });
  }

  /** Records that a history could not be read; what was read before stays. */
  async fail(
    runId: string,
    leaseToken: string,
    problem: string,
    at: Timestamp,
  ): Promise<void> {
    await this.knex<DbRun>('runs')
      .where({ id: runId, lease_token: leaseToken })
      .update({
        history_state: 'failed',
        history_problem: problem,
        history_read_at: at,
      });
  }

  private async addEvents(
    transaction: Knex.Transaction,
    runId: string,
    events: RunEvent[],
  ): Promise<void> {
    const newest = await transaction<DbRunEvent>('run_events')
      .where({ run_id: runId })
      .max({ id: 'event_id' })
      .first();
    const stored = Number(newest?.id ?? 0);
    await transaction.batchInsert<DbRunEvent>(
      'run_events',
      events
        .filter(event => event.id > stored)
        .map(event => ({
          run_id: runId,
          event_id: event.id,
          content: JSON.stringify(event),
        })),
      PER_INSERT,
    );
  }
}
