import type { Alarm } from './alarm';
import type { Account, CollectionState } from './collection';
import type { Budget } from './budget';
import type { Database } from './database';
import type { Endpoint } from './endpoint';
import type { EntityRef } from './identifiers';

/** Whether any AWS account is connected at all. @public */
export interface AwsConnection {
  /** False when `mlinfra.accounts` is empty. */
  connected: boolean;
  /** True when every connected account is the emulated AWS. */
  emulated: boolean;
}

/** `GET /v1/entities/{kind}/{namespace}/{name}/endpoints` @public */
export interface EntityEndpointsResponse {
  entityRef: EntityRef;
  aws: AwsConnection;
  items: Endpoint[];
  databases: Database[];
  /** Those in force first. */
  alarms: Alarm[];
  /** State of each (account, region) that was searched for this entity. */
  collections: CollectionState[];
}

/** `GET /v1/entities/{kind}/{namespace}/{name}/budgets` @public */
export interface EntityBudgetsResponse {
  entityRef: EntityRef;
  aws: AwsConnection;
  items: Budget[];
  collections: CollectionState[];
}

/** `GET /v1/entities/{kind}/{namespace}/{name}/summary` @public */
export interface EntitySummaryResponse {
  entityRef: EntityRef;
  aws: AwsConnection;
  stacks: string[];
  environments: string[];
  templateVersion?: string;
  /** Number of endpoints by status; absent without `mlinfra.inventory.read`. */
  endpoints?: { total: number; byStatus: Record<string, number> };
  /** Number of databases by status; absent without `mlinfra.inventory.read`. */
  databases?: { total: number; byStatus: Record<string, number> };
  /** Number of alarms by state; absent without `mlinfra.inventory.read`. */
  alarms?: { total: number; byStatus: Record<string, number> };
  /** Number of budgets by status; absent without `mlinfra.cost.read`. */
  budgets?: { total: number; byStatus: Record<string, number> };
  /** Number of runs of the last 30 days by status; absent without `mlinfra.inventory.read`. */
  runs?: { total: number; byStatus: Record<string, number> };
  collections: CollectionState[];
}

/** One page of a fleet list. @public */
export interface Page<T> {
  items: T[];
  pageInfo: {
    /** Pass as `cursor` for the next page; absent on the last one. */
    nextCursor?: string;
  };
}

/** `GET /v1/accounts` @public */
export interface AccountsResponse {
  aws: AwsConnection;
  items: Account[];
}

/** `POST /v1/refresh` @public */
export interface RefreshResponse {
  /** `scheduled`: will be collected within seconds; `too-soon`: collected moments ago. */
  status: 'scheduled' | 'too-soon';
  /** Earliest time at which another refresh is taken, in seconds from now. */
  retryAfterSeconds: number;
}
