import {
  FARGATE_SIZES,
  fargateMemory,
  JWT_AUDIENCE_PATTERN,
  JWT_ISSUER_PATTERN,
  LOG_RETENTION_DAYS,
  NETWORK_MODES,
} from '@mlinfra/plugin-mlinfra-common';
import fc from 'fast-check';
import {
  days,
  hostileText,
  KNOWN_ORIGIN,
  matching,
  origins,
  perEnvironment,
} from './arbitraries';

const taskSize = fc
  .constantFrom(...FARGATE_SIZES.map(size => size.cpu))
  .chain(cpu =>
    fc.record({
      cpu: fc.constant(cpu),
      memory: fc.constantFrom(...fargateMemory(cpu)),
    }),
  );

// A block of its own for each; others lie beside both.
const cidr = (block: number) =>
  fc.integer({ min: 16, max: 22 }).map(prefix => `10.${block}.0.0/${prefix}`);

export const predictor = fc.record(
  {
    networkMode: perEnvironment(fc.constantFrom(...NETWORK_MODES)),
    vpcCidr: fc.record({ dev: cidr(70), prod: cidr(71) }, { requiredKeys: [] }),
    connectedCidrs: perEnvironment(
      fc.subarray(['192.168.0.0/16', '172.16.0.0/12', '10.64.7.0/24']),
    ),
    availabilityZones: fc.record({
      prod: fc.shuffledSubarray(['eu-west-1a', 'eu-west-1b', 'eu-west-1c'], {
        minLength: 2,
      }),
    }),
    taskSize: perEnvironment(taskSize),
    architecture: fc.constantFrom('x86_64', 'arm64'),
    fargateBase: fc.record({
      dev: fc.integer({ min: 0, max: 1_000 }),
      prod: fc.integer({ min: 1, max: 1_000 }),
    }),
    fargateWeight: fc.integer({ min: 1, max: 1_000 }),
    spotWeight: fc.integer({ min: 0, max: 1_000 }),
    minTasks: perEnvironment(fc.integer({ min: 1, max: 10 })),
    maxTasks: fc.record({
      dev: fc.integer({ min: 10, max: 100 }),
      prod: fc.integer({ min: 10, max: 100 }),
    }),
    cpuPercent: fc.integer({ min: 10, max: 95 }),
    memoryPercent: fc.integer({ min: 10, max: 95 }),
    extraEnvironment: fc.dictionary(
      matching('^X[a-zA-Z0-9_]{1,20}$'),
      hostileText.filter(value => !value.includes('\0')),
      { maxKeys: 4 },
    ),
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
    routes: fc.subarray(
      ['GET /health', 'POST /predictions', 'PUT /models/{name}/state'],
      { minLength: 1 },
    ),
    latencyAlarmMs: fc.integer({ min: 1, max: 30_000 }),
    blueGreen: perEnvironment(fc.boolean()),
    bakeMinutes: fc.integer({ min: 0, max: 2_880 }),
    fileExpirationDays: perEnvironment(days),
    dataExpirationDays: perEnvironment(days),
    logRetentionDays: perEnvironment(fc.constantFrom(...LOG_RETENTION_DAYS)),
    imageRetentionCount: fc.integer({ min: 1, max: 1_000 }),
    customerManagedKey: perEnvironment(fc.boolean()),
  },
  { requiredKeys: ['extraEnvironment', 'maxTasks'] },
);
