import {
  CAPACITIES,
  FARGATE_SIZES,
  fargateMemory,
  LOG_RETENTION_DAYS,
  MODEL_ARTIFACT_KEY_PATTERN,
  PARAMETER_PATH_PATTERN,
  SERVERLESS_MEMORY_MB,
} from '@mlinfra/plugin-mlinfra-common';
import fc from 'fast-check';
import {
  cidr,
  KNOWN_ORIGIN,
  matching,
  origins,
  perEnvironment,
} from './arbitraries';

const endpoint = fc.integer({ min: 1, max: 200 }).chain(maxConcurrency =>
  fc.record(
    {
      memoryMb: fc.constantFrom(...SERVERLESS_MEMORY_MB),
      maxConcurrency: fc.constant(maxConcurrency),
      provisionedConcurrency: fc.integer({ min: 1, max: maxConcurrency }),
    },
    { requiredKeys: ['memoryMb', 'maxConcurrency'] },
  ),
);

const taskRange = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 100 }))
  .map(([one, other]) => ({
    min: Math.min(one, other),
    max: Math.max(one, other),
  }));

const taskSize = fc
  .constantFrom(...FARGATE_SIZES.map(size => size.cpu))
  .chain(cpu =>
    fc.record({
      cpu: fc.constant(cpu),
      memory: fc.constantFrom(...fargateMemory(cpu)),
    }),
  );

// The regions of dev vary; prod is always in eu-west-1.
const certificateArn = fc.record({
  prod: fc
    .uuid()
    .map(id => `arn:aws:acm:eu-west-1:000000000001:certificate/${id}`),
});

export const churn = fc.record(
  {
    natMode: fc.record({
      dev: fc.constantFrom('per_az', 'single', 'none'),
      prod: fc.constantFrom('per_az', 'single'),
    }),
    vpcCidr: perEnvironment(cidr),
    availabilityZones: fc.record({
      prod: fc.shuffledSubarray(['eu-west-1a', 'eu-west-1b', 'eu-west-1c'], {
        minLength: 2,
      }),
    }),
    modelS3Key: matching(MODEL_ARTIFACT_KEY_PATTERN).filter(
      key => key.length <= 1_024,
    ),
    endpoint: perEnvironment(endpoint),
    architecture: fc.constantFrom('x86_64', 'arm64'),
    authorizer: fc.record({ dev: fc.constantFrom('iam', 'none') }),
    corsAllowedOrigins: perEnvironment(origins(KNOWN_ORIGIN)),
    throttle: fc.record({
      rateLimit: fc.double({ min: 0.1, max: 10_000, noNaN: true }),
      burstLimit: fc.integer({ min: 1, max: 5_000 }),
    }),
    apiMemoryMb: fc.integer({ min: 128, max: 10_240 }),
    apiTimeoutSeconds: fc.integer({ min: 1, max: 30 }),
    apiReservedConcurrency: perEnvironment(fc.integer({ min: 1, max: 10_000 })),
    optionalPermissions: fc.record({
      metricsNamespace: matching('^[B-Zb-z0-9._/#-]{1,255}$'),
      parameterPath: matching(PARAMETER_PATH_PATTERN),
    }),
    certificateArn,
    uiAllowedCidrs: fc.array(cidr, { minLength: 1, maxLength: 25 }),
    uiSize: taskSize,
    autoscaling: perEnvironment(taskRange),
    capacity: perEnvironment(fc.constantFrom(...CAPACITIES)),
    blueGreen: perEnvironment(fc.boolean()),
    latencyAlarmMs: fc.integer({ min: 1, max: 30_000 }),
    logRetentionDays: perEnvironment(fc.constantFrom(...LOG_RETENTION_DAYS)),
    imageRetentionCount: fc.integer({ min: 1, max: 1_000 }),
    customerManagedKey: perEnvironment(fc.boolean()),
  },
  { requiredKeys: ['certificateArn', 'uiAllowedCidrs'] },
);
