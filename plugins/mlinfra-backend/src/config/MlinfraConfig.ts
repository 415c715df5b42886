import type { FilterPredicate } from '@backstage/filter-predicates';
import type {
  AccountId,
  CollectorId,
  EntityRef,
  Region,
} from '@mlinfra/plugin-mlinfra-common';

/** A connected account, as configured. */
export interface AccountConfig {
  accountId: AccountId;
  name: string;
  regions: Region[];
  /** Lower-case refs; absent allows any owner. */
  owners?: EntityRef[];
  entityFilter?: FilterPredicate;
  environments: string[];
  payer: AccountId;
  emulated: boolean;
}

/** Durations in milliseconds. */
export interface CollectorSchedule {
  frequencyMs: number;
  timeoutMs: number;
}

/** The whole `mlinfra` section, checked and with defaults filled in. */
export interface MlinfraConfig {
  accounts: AccountConfig[];
  schedules: Record<CollectorId, CollectorSchedule>;
  refreshMinIntervalMs: number;
  aws: AwsCallConfig;
  runs: RunsConfig;
  tryIt: TryItConfig;
}

/** Whether and how people may send requests to endpoints from the portal. */
export interface TryItConfig {
  enabled: boolean;
  maxBodyBytes: number;
  /** Requests per minute of one person, and to one endpoint. */
  perMinute: number;
}

/** How runs of pipelines are read and kept. */
export interface RunsConfig {
  /** Share of AWS's quotas that this process may use, above 0 and at most 1. */
  quotaShare: number;
  /** Stored runs that started before are removed. */
  retentionMs: number;
  /** How often a run is read while a page follows it. */
  followIntervalMs: number;
  /** Whether the history of a run is read when it ends, whether or not somebody looks. */
  readHistoryOnEnd: boolean;
  /** Keys whose values are never stored; absent: a list of common ones. */
  redact?: string[];
}

export interface AwsCallConfig {
  maxAttempts: number;
  concurrency: number;
  requestTimeoutMs: number;
}
