import type { AccountId, Region, Timestamp } from './identifiers';

/** What is collected. `inventory` and `runs` run per account and region, `budgets` per account. @public */
export type CollectorId = 'inventory' | 'budgets' | 'runs';

/** Why a collection failed, in the words a person can act on. @public */
export type CollectionErrorKind =
  | 'access-denied'
  | 'expired-credentials'
  | 'no-credentials'
  | 'wrong-account'
  | 'throttled'
  | 'timeout'
  | 'unreachable'
  | 'other';

/** A failed collection. Never carries a secret. @public */
export interface CollectionError {
  kind: CollectionErrorKind;
  /** What happened, to what, and what to do next. */
  message: string;
  /** The AWS operation that failed, for example `apigateway:GetRestApis`. */
  operation?: string;
  at: Timestamp;
}

/** Where a collection of one kind stands in one account and region. @public */
export interface CollectionState {
  collector: CollectorId;
  accountId: AccountId;
  accountName?: string;
  /** `global` for services without regions. */
  region: Region;
  lastSuccessAt?: Timestamp;
  lastAttemptAt?: Timestamp;
  running: boolean;
  /** True while a person waits for a collection that began after they asked. */
  requested: boolean;
  /** The error of the last attempt, absent when it succeeded. */
  error?: CollectionError;
  /** True when the data is older than twice the schedule. */
  stale: boolean;
}

/** A connected account as `GET /v1/accounts` shows it. @public */
export interface Account {
  accountId: AccountId;
  name: string;
  regions: Region[];
  /** Environments that may be created here; empty means any. */
  environments: string[];
  /** True for the emulated AWS. */
  emulated: boolean;
  collections: CollectionState[];
  /** Resources whose tag claims an entity that may not be claimed from this account. */
  rejectedClaims: RejectedClaim[];
}

/** A resource whose tag claims an entity that its account may not speak for. @public */
export interface RejectedClaim {
  resourceArn: string;
  claimedEntityRef: string;
  reason: string;
  collectedAt: Timestamp;
}
