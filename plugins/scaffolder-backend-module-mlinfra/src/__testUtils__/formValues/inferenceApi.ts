import {
  BUCKET_NAME_PATTERN,
  LOG_RETENTION_DAYS,
  MODEL_KEY_PATTERN,
} from '@mlinfra/plugin-mlinfra-common';
import fc from 'fast-check';
import {
  hostileText,
  KNOWN_ORIGIN,
  matching,
  origins,
  perEnvironment,
} from './arbitraries';

export const inferenceApi = fc.record(
  {
    corsAllowedOrigins: perEnvironment(origins(KNOWN_ORIGIN)),
    apiKeyRequired: perEnvironment(fc.boolean()),
    usagePlan: fc.record({
      rateLimit: fc.double({ min: 0.1, max: 10_000, noNaN: true }),
      burstLimit: fc.integer({ min: 1, max: 5_000 }),
      quotaLimit: fc.integer({ min: 1, max: 1_000_000_000 }),
      quotaPeriod: fc.constantFrom('DAY', 'WEEK', 'MONTH'),
    }),
    architecture: fc.constantFrom('x86_64', 'arm64'),
    memoryMb: fc.integer({ min: 128, max: 10_240 }),
    timeoutSeconds: fc.integer({ min: 1, max: 900 }),
    ephemeralStorageMb: fc.integer({ min: 512, max: 10_240 }),
    reservedConcurrency: perEnvironment(fc.integer({ min: 0, max: 10_000 })),
    modelS3Bucket: matching(BUCKET_NAME_PATTERN),
    modelS3Key: matching(MODEL_KEY_PATTERN),
    extraEnvironment: fc.dictionary(
      matching('^X[a-zA-Z0-9_]{1,20}$'),
      hostileText.filter(value => !value.includes('\0')),
      { maxKeys: 4 },
    ),
    logRetentionDays: perEnvironment(fc.constantFrom(...LOG_RETENTION_DAYS)),
    inputExpirationDays: perEnvironment(fc.integer({ min: 1, max: 3650 })),
    latencyAlarmMs: fc.integer({ min: 1, max: 29_000 }),
  },
  { requiredKeys: ['modelS3Bucket', 'modelS3Key', 'extraEnvironment'] },
);
