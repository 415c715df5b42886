import type {
  AccountId,
  CollectionErrorKind,
  CollectorId,
  EndpointKind,
  EntityRef,
  EnvironmentId,
  Region,
  Timestamp,
} from '@mlinfra/plugin-mlinfra-common';

/** What is collected as one: by one collector, from one account and region (`global` for services without). */
export interface TargetKey {
  collector: CollectorId;
  accountId: AccountId;
  region: Region;
}

/** A target's key as its columns. */
export interface DbTargetKey {
  collector: CollectorId;
  account_id: AccountId;
  region: Region;
}

export interface DbTarget extends DbTargetKey {
  next_due_at: Timestamp;
  /** The time of a request that no collection since has answered. */
  wanted_at: Timestamp | null;
  lease_token: string | null;
  leased_until: Timestamp | null;
  last_attempt_at: Timestamp | null;
  last_success_at: Timestamp | null;
  failures: number;
  error_kind: CollectionErrorKind | null;
  error_message: string | null;
  error_operation: string | null;
  error_at: Timestamp | null;
  /** Age of the oldest data that the last collection could not renew. */
  kept_since: Timestamp | null;
}

/** A row of one of the tables of resources. */
export interface DbResource {
  id: string;
  account_id: AccountId;
  region: Region;
  entity_ref: EntityRef;
  environment: EnvironmentId | null;
  status: string;
  content: string;
}

/** A row of `endpoints`. */
export interface DbEndpoint extends DbResource {
  key: string;
  kind: EndpointKind;
}

export interface DbRejectedClaim extends DbTargetKey {
  resource_arn: string;
  claimed_entity_ref: string;
  reason: string;
  collected_at: Timestamp;
}

export interface DbDetail extends DbTargetKey {
  arn: string;
  fingerprint: string;
  settled: boolean;
  content: string;
  read_at: Timestamp;
}

export interface DbRefreshRequest {
  entity_ref: EntityRef;
  requested_at: Timestamp;
}

/** What a collection found, on its way into the database. */
export interface ResourceRow {
  /** The collector's first table where it is not said. */
  table?: ResourceTable;
  id: string;
  entityRef: EntityRef;
  environment?: EnvironmentId;
  status: string;
  /** Must survive JSON. */
  content: object;
}

/** The tables that a collector fills. */
export const RESOURCE_TABLES = {
  inventory: ['endpoints', 'databases', 'alarms'],
  budgets: ['budgets'],
  runs: ['pipelines'],
} as const satisfies Record<CollectorId, readonly string[]>;

export type ResourceTable = (typeof RESOURCE_TABLES)[CollectorId][number];

export function targetColumns(key: TargetKey): DbTargetKey {
  const { collector, accountId, region } = key;
  return { collector, account_id: accountId, region };
}

export function targetKey(row: DbTargetKey): TargetKey {
  const { collector, account_id: accountId, region } = row;
  return { collector, accountId, region };
}
