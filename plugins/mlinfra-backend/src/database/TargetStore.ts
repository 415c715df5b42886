import type {
  CollectionError,
  Timestamp,
} from '@mlinfra/plugin-mlinfra-common';
import type { Knex } from 'knex';
import {
  type DbTarget,
  targetColumns,
  targetKey,
  type TargetKey,
} from './tables';

/** A claim on a target: only who holds it may write the target's results. */
export interface Claim {
  key: TargetKey;
  token: string;
  /** When the target was claimed. */
  at: Timestamp;
}

/** What a collection could not read although it came to its end. */
export interface PartialResult {
  error: CollectionError;
  /** Age of the oldest data that it could not renew. */
  keptSince?: Timestamp;
}

/** What is collected and when; the table through which replicas share the work. */
export class TargetStore {
  constructor(private readonly knex: Knex) {}

  async all(): Promise<DbTarget[]> {
    return this.knex<DbTarget>('collection_targets').orderBy([
      'account_id',
      'collector',
      'region',
    ]);
  }

  async add(key: TargetKey, firstDueAt: Timestamp): Promise<void> {
    await this.knex('collection_targets')
      .insert({ ...targetColumns(key), next_due_at: firstDueAt, failures: 0 })
      .onConflict(['collector', 'account_id', 'region'])
      .ignore();
  }

  /** Part of the caller's transaction. */
  async remove(transaction: Knex.Transaction, key: TargetKey): Promise<void> {
    await transaction('collection_targets').where(targetColumns(key)).delete();
  }

  /** Targets that are due and that nobody holds, the longest due first. */
  async due(now: Timestamp): Promise<TargetKey[]> {
    const rows = await this.knex<DbTarget>('collection_targets')
      .where(dueAt(now))
      .orderBy('next_due_at');
    return rows.map(targetKey);
  }

  /** True when the target was still free and now is this claim's until `until`. One statement, so only one replica gets it. */
  async claim({ key, token, at }: Claim, until: Timestamp): Promise<boolean> {
    const updated = await this.knex<DbTarget>('collection_targets')
      .where(targetColumns(key))
      .andWhere(dueAt(at))
      .update({
        lease_token: token,
        leased_until: until,
        last_attempt_at: at,
      });
    return updated === 1;
  }

  /** False when the claim has been lost. */
  async renew({ key, token }: Claim, until: Timestamp): Promise<boolean> {
    const updated = await this.knex<DbTarget>('collection_targets')
      .where({ ...targetColumns(key), lease_token: token })
      .update({ leased_until: until });
    return updated === 1;
  }

  /** Part of the caller's transaction. `partial` says what is missing. False when the claim has been lost. */
  async succeed(
    transaction: Knex.Transaction,
    claim: Claim,
    nextDueAt: Timestamp,
    partial?: PartialResult,
  ): Promise<boolean> {
    return this.finish(transaction, claim, nextDueAt, {
      last_success_at: claim.at,
      failures: 0,
      error_kind: partial?.error.kind ?? null,
      error_message: partial?.error.message ?? null,
      error_operation: partial?.error.operation ?? null,
      error_at: partial?.error.at ?? null,
      kept_since: partial?.keptSince ?? null,
    });
  }

  async fail(
    claim: Claim,
    error: CollectionError,
    failures: number,
    nextDueAt: Timestamp,
  ): Promise<boolean> {
    return this.finish(this.knex, claim, nextDueAt, {
      failures,
      error_kind: error.kind,
      error_message: error.message,
      error_operation: error.operation ?? null,
      error_at: error.at,
    });
  }

  /** Gives a target back that was not collected. */
  async release(claim: Claim): Promise<void> {
    await this.finish(this.knex, claim, claim.at);
  }

  async failures(key: TargetKey): Promise<number> {
    const row = await this.knex<DbTarget>('collection_targets')
      .where(targetColumns(key))
      .first();
    return row?.failures ?? 0;
  }

  /**
   * Makes a target due at a time, unless it is due earlier. A collection that
   * is still to begin answers this request with the earlier ones.
   */
  async request(key: TargetKey, at: Timestamp): Promise<void> {
    await this.knex<DbTarget>('collection_targets')
      .where(targetColumns(key))
      .update({
        wanted_at: this.knex.raw(
          'case when lease_token is null and wanted_at < ? then wanted_at else ? end',
          [at, at],
        ),
        next_due_at: this.knex.raw(
          'case when next_due_at > ? then ? else next_due_at end',
          [at, at],
        ),
      });
  }

  /**
   * A request that came while the target was collected makes it due again at
   * once; one from before has been answered, unless there is no outcome.
   */
  private async finish(
    knex: Knex | Knex.Transaction,
    { key, token, at }: Claim,
    nextDueAt: Timestamp,
    outcome?: Partial<DbTarget>,
  ): Promise<boolean> {
    const updated = await knex<DbTarget>('collection_targets')
      .where({ ...targetColumns(key), lease_token: token })
      .update({
        ...(outcome && { ...outcome, wanted_at: this.unanswered(at) }),
        lease_token: null,
        leased_until: null,
        next_due_at: this.knex.raw(
          'case when wanted_at >= ? then wanted_at else ? end',
          [at, nextDueAt],
        ),
      });
    return updated === 1;
  }

  /** What is wanted still after a collection that began at a time. */
  private unanswered(at: Timestamp): Knex.Raw {
    return this.knex.raw(
      'case when wanted_at >= ? then wanted_at else null end',
      [at],
    );
  }
}

function dueAt(now: Timestamp) {
  return (query: Knex.QueryBuilder) =>
    query
      .where('next_due_at', '<=', now)
      .andWhere(free =>
        free.whereNull('leased_until').orWhere('leased_until', '<', now),
      );
}
