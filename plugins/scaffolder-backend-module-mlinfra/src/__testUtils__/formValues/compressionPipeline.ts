import {
  COMPRESSION_STEPS,
  FARGATE_SIZES,
  fargateMemory,
  JWT_AUDIENCE_PATTERN,
  JWT_ISSUER_PATTERN,
  LOG_RETENTION_DAYS,
  NETWORK_MODES,
} from '@mlinfra/plugin-mlinfra-common';
import fc from 'fast-check';
import {
  cidr,
  days,
  KNOWN_ORIGIN,
  matching,
  origins,
  perEnvironment,
} from './arbitraries';

const step = fc
  .constantFrom(...FARGATE_SIZES.map(size => size.cpu))
  .chain(cpu =>
    fc.record({
      cpu: fc.constant(cpu),
      memory: fc.constantFrom(...fargateMemory(cpu)),
      timeoutSeconds: fc.integer({ min: 60, max: 86_400 }),
    }),
  );

export const compressionPipeline = fc.record(
  {
    networkMode: perEnvironment(fc.constantFrom(...NETWORK_MODES)),
    vpcCidr: perEnvironment(cidr),
    availabilityZones: fc.record({
      prod: fc.shuffledSubarray(['eu-west-1a', 'eu-west-1b', 'eu-west-1c'], {
        minLength: 2,
      }),
    }),
    useSpot: perEnvironment(fc.boolean()),
    steps: fc.record(
      Object.fromEntries(COMPRESSION_STEPS.map(name => [name, step])),
      { requiredKeys: [] },
    ),
    ephemeralStorageGib: fc.integer({ min: 20, max: 200 }),
    architecture: fc.constantFrom('x86_64', 'arm64'),
    authorizer: fc.oneof(
      fc.constant({ type: 'iam' }),
      fc.record({
        type: fc.constant('jwt'),
        issuer: matching(JWT_ISSUER_PATTERN).filter(url => url.length <= 500),
        audience: fc.array(matching(JWT_AUDIENCE_PATTERN), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
    ),
    corsAllowedOrigins: perEnvironment(origins(KNOWN_ORIGIN)),
    throttle: fc.record({
      rateLimit: fc.double({ min: 0.1, max: 10_000, noNaN: true }),
      burstLimit: fc.integer({ min: 1, max: 5_000 }),
    }),
    apiMemoryMb: fc.integer({ min: 128, max: 10_240 }),
    apiTimeoutSeconds: fc.integer({ min: 1, max: 30 }),
    staticSite: fc.boolean(),
    uploadExpirationDays: perEnvironment(days),
    runExpirationDays: perEnvironment(days),
    jobRetentionDays: perEnvironment(days),
    logRetentionDays: perEnvironment(fc.constantFrom(...LOG_RETENTION_DAYS)),
    imageRetentionCount: fc.integer({ min: 1, max: 1_000 }),
    customerManagedKey: perEnvironment(fc.boolean()),
  },
  { requiredKeys: [] },
);
