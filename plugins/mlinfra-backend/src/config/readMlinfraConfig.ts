import { readDurationFromConfig } from '@backstage/config';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { MlinfraConfig } from './MlinfraConfig';
import { readAccounts } from './readAccounts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Reads and checks the `mlinfra` section.
 *
 * @throws InputError naming the key that cannot be used.
 */
export function readMlinfraConfig(config: RootConfigService): MlinfraConfig {
  return {
    accounts: readAccounts(config),
    schedules: {
      inventory: readSchedule(config, 'inventory', {
        frequencyMs: 10 * MINUTE,
        timeoutMs: 5 * MINUTE,
      }),
      budgets: readSchedule(config, 'budgets', {
        frequencyMs: 60 * MINUTE,
        timeoutMs: 5 * MINUTE,
      }),
      runs: readSchedule(config, 'runs', {
        frequencyMs: MINUTE,
        timeoutMs: 5 * MINUTE,
      }),
    },
    refreshMinIntervalMs: readMilliseconds(
      config,
      'mlinfra.refresh.minInterval',
      30_000,
    ),
    aws: {
      maxAttempts: readCount(config, 'mlinfra.aws.maxAttempts', 4, 10),
      concurrency: readCount(config, 'mlinfra.aws.concurrency', 4, 64),
      requestTimeoutMs: readMilliseconds(
        config,
        'mlinfra.aws.requestTimeout',
        20_000,
      ),
    },
    runs: {
      quotaShare: readShare(config, 'mlinfra.runs.quotaShare', 0.2),
      retentionMs: readMilliseconds(config, 'mlinfra.runs.retention', 90 * DAY),
      followIntervalMs: readMilliseconds(
        config,
        'mlinfra.runs.followInterval',
        3_000,
      ),
      readHistoryOnEnd:
        config.getOptionalBoolean('mlinfra.runs.readHistoryOnEnd') ?? true,
      redact: config.getOptionalStringArray('mlinfra.runs.redact'),
    },
    tryIt: {
      enabled: config.getOptionalBoolean('mlinfra.tryIt.enabled') ?? false,
      maxBodyBytes: readCount(
        config,
        'mlinfra.tryIt.maxBodyBytes',
        64 * 1024,
        256 * 1024,
      ),
      perMinute: readCount(config, 'mlinfra.tryIt.perMinute', 20, 600),
    },
  };
}

function readSchedule(
  config: RootConfigService,
  collector: string,
  defaults: { frequencyMs: number; timeoutMs: number },
) {
  const key = `mlinfra.schedules.${collector}`;
  return {
    frequencyMs: readMilliseconds(
      config,
      `${key}.frequency`,
      defaults.frequencyMs,
    ),
    timeoutMs: readMilliseconds(config, `${key}.timeout`, defaults.timeoutMs),
  };
}

function readMilliseconds(
  config: RootConfigService,
  key: string,
  fallback: number,
): number {
  if (!config.has(key)) {
    return fallback;
  }
  const milliseconds = durationToMilliseconds(
    readDurationFromConfig(config, { key }),
  );
  if (!(milliseconds >= 1)) {
    throw new InputError(
      `${key} is not longer than zero; set a duration such as "10m" or { minutes: 10 }`,
    );
  }
  return milliseconds;
}

function readCount(
  config: RootConfigService,
  key: string,
  fallback: number,
  largest: number,
): number {
  const value = config.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(value) || value < 1 || value > largest) {
    throw new InputError(
      `${key} is ${value}; set a whole number from 1 to ${largest}`,
    );
  }
  return value;
}

function readShare(
  config: RootConfigService,
  key: string,
  fallback: number,
): number {
  const value = config.getOptionalNumber(key) ?? fallback;
  if (!(value > 0 && value <= 1)) {
    throw new InputError(
      `${key} is ${value}; set a number above 0 and at most 1, for example 0.2`,
    );
  }
  return value;
}
