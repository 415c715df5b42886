import type { RejectedClaim, Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { Knex } from 'knex';
import type { StoredEndpoint } from '../collectors/buildEndpoint';
import type { CachedDetail } from '../collectors/CachedDetail';
import type { CollectionOutput } from '../collectors/Collector';
import {
  type DbDetail,
  type DbEndpoint,
  type DbRejectedClaim,
  type DbResource,
  RESOURCE_TABLES,
  type ResourceRow,
  type ResourceTable,
  targetColumns,
  type TargetKey,
} from './tables';
import { shortId } from './shortId';

/** Rows per statement: SQLite takes a limited number of values. */
const PER_INSERT = 100;

/** Writes what collections find, and what they keep for the next one. */
export class CollectionStore {
  constructor(private readonly knex: Knex) {}

  async details(key: TargetKey): Promise<Map<string, CachedDetail>> {
    const rows = await this.knex<DbDetail>('collected_details').where(
      targetColumns(key),
    );
    return new Map(
      rows.map(row => [
        row.arn,
        {
          arn: row.arn,
          fingerprint: row.fingerprint,
          // SQLite has no booleans.
          settled: Boolean(row.settled),
          content: JSON.parse(row.content),
          readAt: row.read_at,
        },
      ]),
    );
  }

  /** What earlier collections found for a target, oldest knowledge included. */
  async rows(key: TargetKey): Promise<ResourceRow[]> {
    const tables: readonly ResourceTable[] = RESOURCE_TABLES[key.collector];
    const found = await Promise.all(
      tables.map(async table => {
        const rows = await this.knex<DbResource>(table).where({
          account_id: key.accountId,
          region: key.region,
        });
        return rows.map(row => ({
          table,
          id: row.id,
          entityRef: row.entity_ref,
          environment: row.environment ?? undefined,
          status: row.status,
          content: JSON.parse(row.content),
        }));
      }),
    );
    return found.flat();
  }

  /** Puts a collection's output in the place of the one before; part of the caller's transaction. */
  async replace(
    transaction: Knex.Transaction,
    key: TargetKey,
    output: CollectionOutput,
    collectedAt: Timestamp,
  ): Promise<void> {
    const columns = targetColumns(key);
    await this.remove(transaction, key);
    const tables: readonly ResourceTable[] = RESOURCE_TABLES[key.collector];
    for (const table of tables) {
      const rows = output.rows.filter(
        row => (row.table ?? tables[0]) === table,
      );
      await transaction.batchInsert<DbResource>(
        table,
        unique(rows, row => row.id).map(row => ({
          id: row.id,
          ...(table === 'endpoints' ? endpointColumns(row) : {}),
          account_id: key.accountId,
          region: key.region,
          entity_ref: row.entityRef,
          environment: row.environment ?? null,
          status: row.status,
          content: JSON.stringify(row.content),
        })),
        PER_INSERT,
      );
    }
    await transaction.batchInsert<DbRejectedClaim>(
      'rejected_claims',
      unique(output.rejected, each => each.resourceArn).map(each => ({
        ...columns,
        resource_arn: each.resourceArn,
        claimed_entity_ref: each.claimedEntityRef,
        reason: each.reason,
        collected_at: collectedAt,
      })),
      PER_INSERT,
    );
    await transaction.batchInsert<DbDetail>(
      'collected_details',
      unique(output.details, each => each.arn).map(each => ({
        ...columns,
        arn: each.arn,
        fingerprint: each.fingerprint,
        settled: each.settled,
        content: JSON.stringify(each.content),
        read_at: each.readAt,
      })),
      PER_INSERT,
    );
  }

  /** Drops all that was found for a target; part of the caller's transaction. */
  async remove(transaction: Knex.Transaction, key: TargetKey): Promise<void> {
    const columns = targetColumns(key);
    for (const table of RESOURCE_TABLES[key.collector]) {
      await transaction(table)
        .where({ account_id: key.accountId, region: key.region })
        .delete();
    }
    await transaction('rejected_claims').where(columns).delete();
    await transaction('collected_details').where(columns).delete();
  }

  /** The claims that were refused in an account. */
  async rejectedClaims(): Promise<(RejectedClaim & { accountId: string })[]> {
    const rows = await this.knex<DbRejectedClaim>('rejected_claims').orderBy([
      'account_id',
      'resource_arn',
    ]);
    return rows.map(row => ({
      accountId: row.account_id,
      resourceArn: row.resource_arn,
      claimedEntityRef: row.claimed_entity_ref,
      reason: row.reason,
      collectedAt: row.collected_at,
    }));
  }
}

/** What only endpoints have a column for. */
function endpointColumns(row: ResourceRow): Pick<DbEndpoint, 'key' | 'kind'> {
  const { kind } = row.content as StoredEndpoint;
  return { key: shortId(row.id), kind };
}

/** A list that changes while its pages are read can show a resource twice. */
function unique<Item>(items: Item[], key: (item: Item) => string): Item[] {
  return [...new Map(items.map(item => [key(item), item])).values()];
}
