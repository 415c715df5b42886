import { readDurationFromConfig } from '@backstage/config';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { MlinfraConfig } from './MlinfraConfig';
import { readAccounts } from './readAccounts';

const MINUTE = 60_000;

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
