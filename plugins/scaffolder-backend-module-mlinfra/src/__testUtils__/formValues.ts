import {
  BUCKET_NAME_PATTERN,
  COMPRESSION_STEPS,
  CORS_ORIGIN_PATTERN,
  EMAIL_PATTERN,
  FARGATE_SIZES,
  fargateMemory,
  JWT_AUDIENCE_PATTERN,
  JWT_ISSUER_PATTERN,
  LOG_RETENTION_DAYS,
  MODEL_KEY_PATTERN,
  NETWORK_MODES,
  ONE_LINE_PATTERN,
  SERVICE_NAME_PATTERN,
  type StackId,
} from '@mlinfra/plugin-mlinfra-common';
import fc from 'fast-check';

const matching = (pattern: string) => fc.stringMatching(new RegExp(pattern));
/** Text that would mean something else to a template, a shell or HCL. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '${var.name}',
    '%{ if true }',
    '"',
    '\\',
    '$${',
    '${{ 1 }}',
    '\n',
    'é',
  ),
);
const perEnvironment = <T>(value: fc.Arbitrary<T>) =>
  fc.record({ dev: value, prod: value }, { requiredKeys: [] });
const origins = (pattern: string) =>
  fc.array(
    matching(pattern).filter(origin => origin.length < 200),
    {
      maxLength: 3,
    },
  );
const KNOWN_ORIGIN = CORS_ORIGIN_PATTERN.replace('\\*|', '');

/** Whatever the form accepts of every stack: its patterns and limits are those of the definition. */
export const repositoryValues = fc.record({
  name: matching(SERVICE_NAME_PATTERN),
  team: matching(SERVICE_NAME_PATTERN).filter(
    team => !/^(xn--|sthree-|amzn-s3-demo-)/.test(team),
  ),
  owner: fc.constantFrom('group:default/audio', 'User:Other/Ann.B_c', 'x'),
  description: matching(ONE_LINE_PATTERN).filter(t => [...t].length <= 200),
  alertEmails: fc.array(matching(EMAIL_PATTERN), { maxLength: 3 }),
  environments: fc.record({
    dev: fc.record({
      accountId: matching('^[0-9]{12}$'),
      region: fc.constantFrom('eu-central-1', 'us-gov-west-1'),
      monthlyBudgetUsd: fc.integer({ min: 1, max: 1_000_000 }),
    }),
    prod: fc.constant({ accountId: '000000000001', region: 'eu-west-1' }),
  }),
});

const inferenceApi = fc.record(
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

const days = fc.integer({ min: 1, max: 3650 });
const cidr = fc
  .tuple(
    fc.integer({ min: 0, max: 2 ** 24 - 1 }),
    fc.integer({ min: 16, max: 24 }),
  )
  .map(([block, prefix]) => {
    const size = 2 ** (32 - prefix);
    const address = Math.floor((block * 256) / size) * size;
    const octets = [24, 16, 8, 0].map(
      shift => Math.floor(address / 2 ** shift) % 256,
    );
    return `${octets.join('.')}/${prefix}`;
  });
const step = fc
  .constantFrom(...FARGATE_SIZES.map(size => size.cpu))
  .chain(cpu =>
    fc.record({
      cpu: fc.constant(cpu),
      memory: fc.constantFrom(...fargateMemory(cpu)),
      timeoutSeconds: fc.integer({ min: 60, max: 86_400 }),
    }),
  );

const compressionPipeline = fc.record(
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

/** Whatever the form accepts of one stack. */
export const STACK_VALUES: Record<StackId, fc.Arbitrary<object>> = {
  'inference-api': inferenceApi,
  'compression-pipeline': compressionPipeline,
};
