import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { Knex } from 'knex';
import type { StoredRun } from '../model';
import { mergeRun } from './mergeRun';
import { runColumns, storedRun } from './runRows';
import type { DbRun } from './tables';
import {
  endKey,
  goesOnAgain,
  hasEnded,
  isNews,
  type SeenRun,
  workOfEndedRun,
} from './workOfRun';

/** Rows per transaction: SQLite takes a limited number of values. */
const PER_STATEMENT = 100;

/** Writes what was seen of runs. */
export class RunWriter {
  constructor(
    private readonly knex: Knex,
    private readonly options: { readHistoryOnEnd: boolean },
  ) {}

  /** Returns the runs that are new or changed. */
  async upsert(seen: StoredRun[], now: Timestamp): Promise<StoredRun[]> {
    // In one order, so that writers of the same runs wait for each other once.
    const runs = [...new Map(seen.map(run => [run.id, run])).values()].sort(
      (one, other) => (one.id < other.id ? -1 : 1),
    );
    const changed: StoredRun[] = [];
    for (let start = 0; start < runs.length; start += PER_STATEMENT) {
      const chunk = runs.slice(start, start + PER_STATEMENT);
      changed.push(
        ...(await this.knex.transaction(transaction =>
          this.write(transaction, chunk, now),
        )),
      );
    }
    return changed;
  }

  private async write(
    transaction: Knex.Transaction,
    runs: StoredRun[],
    now: Timestamp,
  ): Promise<StoredRun[]> {
    const rows = await transaction<DbRun>('runs')
      .whereIn(
        'id',
        runs.map(run => run.id),
      )
      .orderBy('id')
      .forUpdate();
    const known = new Map(rows.map(row => [row.id, storedRun(row)]));
    const changed = runs
      .map(run => ({
        known: known.get(run.id),
        merged: mergeRun(known.get(run.id), run),
        now,
      }))
      .filter(isChange);
    const added = changed.filter(each => !each.known);
    if (added.length > 0) {
      await transaction<DbRun>('runs')
        .insert(added.map(each => this.columns(each)))
        .onConflict('id')
        .ignore();
    }
    for (const each of changed.filter(({ known: before }) => before)) {
      await transaction<DbRun>('runs')
        .where('id', each.merged.id)
        .update(this.columns(each));
    }
    return changed.map(({ merged }) => merged);
  }

  private columns(seen: SeenRun): Partial<DbRun> {
    const columns: Partial<DbRun> = runColumns(seen.merged);
    if (hasEnded(seen)) {
      columns.work = workOfEndedRun(seen, this.options.readHistoryOnEnd);
      columns.work_after = null;
      columns.work_failures = 0;
      if (!isNews(seen)) {
        columns.notified_as = endKey(seen.merged);
      }
    }
    if (goesOnAgain(seen)) {
      columns.history_state = 'partial';
    }
    // Each row of an insert has the same columns.
    return seen.known
      ? columns
      : {
          work: null,
          work_after: null,
          work_failures: 0,
          notified_as: null,
          ...columns,
        };
  }
}

/** A run that only was seen again is not written. */
function isChange({ known, merged }: SeenRun): boolean {
  if (!known) {
    return true;
  }
  const content = (run: StoredRun) =>
    JSON.stringify(
      Object.entries({ ...run, collectedAt: undefined })
        .filter(([, value]) => value !== undefined)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  return content(known) !== content(merged);
}
