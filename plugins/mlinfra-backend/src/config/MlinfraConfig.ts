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
}

export interface AwsCallConfig {
  maxAttempts: number;
  concurrency: number;
  requestTimeoutMs: number;
}
