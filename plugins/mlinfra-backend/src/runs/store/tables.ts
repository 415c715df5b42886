import type {
  AccountId,
  CollectionErrorKind,
  EntityRef,
  EnvironmentId,
  Region,
  RunStatus,
  Timestamp,
} from '@mlinfra/plugin-mlinfra-common';

/** What is yet to be asked about a run: how it ended, or its whole history. */
export type RunWork = 'describe' | 'read';

/** A row of `pipeline_polls`. */
export interface DbPoll {
  pipeline_id: string;
  account_id: AccountId;
  region: Region;
  /** Whose the stored runs are; empty: nobody's. */
  entity_ref: EntityRef;
  environment: EnvironmentId | null;
  stack: string | null;
  /** What its tag last said. */
  claim: string;
  gone_at: Timestamp | null;
  polled_at: Timestamp | null;
  wait_until: Timestamp | null;
  listed_to_the_end: boolean;
  cursor: string | null;
  failures: number;
  error_kind: CollectionErrorKind | null;
  error_message: string | null;
  error_operation: string | null;
  error_at: Timestamp | null;
}

/** A row of `runs`. */
export interface DbRun {
  id: string;
  arn: string;
  pipeline_id: string;
  account_id: AccountId;
  region: Region;
  entity_ref: EntityRef;
  environment: EnvironmentId | null;
  stack: string | null;
  status: RunStatus;
  terminal: boolean;
  started_at: Timestamp;
  stopped_at: Timestamp | null;
  content: string;
  history_state: 'partial' | 'complete' | 'failed' | null;
  history_read_at: Timestamp | null;
  history_events: number;
  history_problem: string | null;
  work: RunWork | null;
  work_after: Timestamp | null;
  work_failures: number;
  watched_until: Timestamp | null;
  lease_token: string | null;
  leased_until: Timestamp | null;
  notified_as: string | null;
}

/** A row of `run_histories`. */
export interface DbRunHistory {
  run_id: string;
  definition: string | null;
  input: string | null;
  output: string | null;
  steps: string;
}

/** A row of `run_events`. */
export interface DbRunEvent {
  run_id: string;
  event_id: number;
  content: string;
}
