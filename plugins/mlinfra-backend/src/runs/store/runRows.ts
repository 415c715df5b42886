import type { RunSummary } from '@mlinfra/plugin-mlinfra-common';
import type { RunRecord, StoredRun } from '../model';
import { isTerminal } from './runStatus';
import type { DbRun } from './tables';

/** The columns that a run itself fills. */
export function runColumns(run: StoredRun) {
  return {
    id: run.id,
    arn: run.executionArn,
    pipeline_id: run.pipelineId,
    account_id: run.accountId,
    region: run.region,
    entity_ref: run.entityRef,
    environment: run.environment ?? null,
    stack: run.stack ?? null,
    status: run.status,
    terminal: isTerminal(run.status),
    started_at: run.startedAt,
    stopped_at: run.stoppedAt ?? null,
    content: JSON.stringify(run),
  };
}

/** A stored run; whose it is follows its pipeline, so the columns decide. */
export function storedRun(
  row: Pick<DbRun, 'content' | 'entity_ref' | 'environment' | 'stack'>,
): StoredRun {
  return {
    ...(JSON.parse(row.content) as StoredRun),
    entityRef: row.entity_ref,
    environment: row.environment ?? undefined,
    stack: row.stack ?? undefined,
  };
}

export function runRecord(row: DbRun): RunRecord {
  return {
    run: storedRun(row),
    // SQLite has no booleans.
    terminal: Boolean(row.terminal),
    history: {
      state: row.history_state ?? undefined,
      readAt: row.history_read_at ?? undefined,
      events: row.history_events,
      problem: row.history_problem ?? undefined,
    },
  };
}

export function runSummary(row: DbRun): RunSummary {
  const { id, name, status, startedAt, stoppedAt } = storedRun(row);
  return { id, name, status, startedAt, stoppedAt };
}
