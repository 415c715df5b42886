import type { AccountConfig, MlinfraConfig } from '../config/MlinfraConfig';

/** A connected account with defaults. */
export function accountConfig(
  accountId: string,
  overrides?: Partial<AccountConfig>,
): AccountConfig {
  return {
    accountId,
    name: `account ${accountId}`,
    regions: ['eu-central-1'],
    environments: [],
    payer: accountId,
    emulated: false,
    ...overrides,
  };
}

/** A configuration as it is read, with quick timings. */
export function mlinfraConfig(
  accounts: AccountConfig[],
  overrides?: Partial<MlinfraConfig>,
): MlinfraConfig {
  return {
    accounts,
    schedules: {
      inventory: { frequencyMs: 600_000, timeoutMs: 30_000 },
      budgets: { frequencyMs: 3_600_000, timeoutMs: 30_000 },
      runs: { frequencyMs: 60_000, timeoutMs: 30_000 },
    },
    refreshMinIntervalMs: 30_000,
    aws: { maxAttempts: 1, concurrency: 4, requestTimeoutMs: 2_000 },
    runs: {
      quotaShare: 1,
      retentionMs: 90 * 24 * 60 * 60_000,
      followIntervalMs: 300,
      readHistoryOnEnd: true,
    },
    tryIt: { enabled: true, maxBodyBytes: 65_536, perMinute: 60 },
    ...overrides,
  };
}
