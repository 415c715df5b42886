import type {
  CollectorId,
  EntityRef,
  RejectedClaim,
  Timestamp,
} from '@mlinfra/plugin-mlinfra-common';
import type { AwsCallError } from '../aws/AwsCallError';
import type { AwsCall } from '../aws/AwsCaller';
import type { AccountConfig } from '../config/MlinfraConfig';
import type { ResourceRow } from '../database/tables';
import type { CachedDetail } from './CachedDetail';

/** What a collection is given. */
export interface CollectionInput {
  account: AccountConfig;
  call: AwsCall;
  /** What earlier collections of the same target read per resource, by ARN. */
  details: Map<string, CachedDetail>;
  /** What earlier collections of the same target found. */
  earlier: ResourceRow[];
  /** When a refresh was last asked for, by entity. */
  refreshes: Map<EntityRef, Timestamp>;
  now: Timestamp;
}

/** What a collection found; it replaces all that the one before found. */
export interface CollectionOutput {
  rows: ResourceRow[];
  rejected: Omit<RejectedClaim, 'collectedAt'>[];
  details: CachedDetail[];
  /** True when the calls allowed per collection did not suffice, and the next one should come soon. */
  incomplete: boolean;
  /** What AWS refused where the collection went on without it. */
  problems?: AwsCallError[];
  /** Age of the oldest rows that could not be renewed because of that. */
  keptSince?: Timestamp;
}

/** Reads one kind of thing from one account and region. */
export interface Collector {
  readonly id: CollectorId;
  collect(input: CollectionInput): Promise<CollectionOutput>;
}
