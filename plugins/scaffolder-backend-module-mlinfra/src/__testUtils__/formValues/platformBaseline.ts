import {
  DATABASE_ENGINES,
  DB_INSTANCE_CLASS_PATTERN,
  FARGATE_SIZES,
  fargateMemory,
  LOG_RETENTION_DAYS,
  NETWORK_MODES,
  SERVING_KINDS,
  TRAFFIC_SHIFTS,
} from '@mlinfra/plugin-mlinfra-common';
import fc from 'fast-check';
import {
  days,
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

export const platformBaseline = fc.record(
  {
    serving: perEnvironment(fc.constantFrom(...SERVING_KINDS)),
    architecture: fc.constantFrom('x86_64', 'arm64'),
    memoryMb: fc.integer({ min: 128, max: 10_240 }),
    timeoutSeconds: fc.integer({ min: 1, max: 900 }),
    taskSize,
    useSpot: perEnvironment(fc.boolean()),
    autoscaling: perEnvironment(fc.boolean()),
    minTasks: perEnvironment(fc.integer({ min: 1, max: 4 })),
    maxTasks: fc.record({
      dev: fc.integer({ min: 4, max: 1_000 }),
      prod: fc.integer({ min: 4, max: 1_000 }),
    }),
    databaseEngine: perEnvironment(fc.constantFrom(...DATABASE_ENGINES)),
    postgres: fc.record(
      {
        instanceClass: matching(DB_INSTANCE_CLASS_PATTERN),
        storageGib: fc.integer({ min: 20, max: 99 }),
        maxStorageGib: fc.integer({ min: 100, max: 65_536 }),
      },
      { requiredKeys: [] },
    ),
    multiAz: perEnvironment(fc.boolean()),
    backupRetentionDays: perEnvironment(fc.integer({ min: 7, max: 35 })),
    backups: perEnvironment(fc.boolean()),
    // The one mode in which every way of serving reaches every database.
    networkMode: fc.constant({
      dev: 'private_endpoints_1az',
      prod: NETWORK_MODES[2],
    }),
    vpcCidr: fc.constant({ dev: '10.1.0.0/16', prod: '10.2.0.0/24' }),
    networkAcls: perEnvironment(fc.boolean()),
    corsAllowedOrigins: perEnvironment(origins(KNOWN_ORIGIN)),
    apiKeyRequired: fc.record({ dev: fc.boolean() }),
    usagePlan: fc.record({
      rateLimit: fc.double({ min: 0.1, max: 10_000, noNaN: true }),
      burstLimit: fc.integer({ min: 1, max: 5_000 }),
      quotaLimit: fc.integer({ min: 1, max: 1_000_000_000 }),
      quotaPeriod: fc.constantFrom('DAY', 'WEEK', 'MONTH'),
    }),
    maxBatchItems: fc.integer({ min: 1, max: 1_000 }),
    auditTrail: fc.constantFrom('here', 'elsewhere'),
    auditTrailDays: fc.record({
      dev: days,
      prod: fc.integer({ min: 90, max: 3_650 }),
    }),
    auditTrailToCloudwatch: perEnvironment(fc.boolean()),
    auditModelAccess: perEnvironment(fc.boolean()),
    dashboard: perEnvironment(fc.boolean()),
    blueGreen: perEnvironment(fc.boolean()),
    trafficShift: fc.constantFrom(...TRAFFIC_SHIFTS),
    bakeMinutes: fc.integer({ min: 0, max: 2_880 }),
    ebsEncryption: fc.boolean(),
    customerManagedKey: perEnvironment(fc.boolean()),
    logRetentionDays: perEnvironment(fc.constantFrom(...LOG_RETENTION_DAYS)),
    modelVersionDays: days,
    imageRetentionCount: fc.integer({ min: 1, max: 1_000 }),
  },
  { requiredKeys: ['networkMode', 'vpcCidr'] },
);
