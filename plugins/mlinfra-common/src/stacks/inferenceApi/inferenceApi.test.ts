import { repositoryIdentitySchema } from '../repositoryIdentity';
import {
  environmentTargetsSchema,
  type StackEnvironment,
} from '../stackEnvironments';
import { inferenceApiStack } from './inferenceApi';
import { inferenceApiInputsSchema } from './inputs';

const here = { accountId: '123456789012', region: 'eu-central-1' };

function variables(environment: StackEnvironment, inputs: object = {}) {
  return inferenceApiStack.variables({
    identity: repositoryIdentitySchema.parse({
      name: 'bird-calls',
      owner: 'group:default/audio',
      team: 'audio',
    }),
    targets: environmentTargetsSchema.parse({ dev: here, prod: here }),
    environment,
    inputs: inferenceApiInputsSchema.parse(inputs),
    templateVersion: '1.2.3',
  });
}

function wrongFields(inputs: object): string[] {
  const result = inferenceApiInputsSchema.safeParse(inputs);
  return result.success
    ? []
    : result.error.issues.map(issue => issue.path.join('.'));
}

describe('defaults of the inference API', () => {
  const expected = {
    dev: {
      input_expiration_days: 3,
      output_expiration_days: 7,
      log_retention_days: 7,
      api_key_required: false,
      cors_allowed_origins: ['*'],
      reserved_concurrency: null,
      customer_managed_key: false,
      force_destroy: true,
      monthly_budget_usd: 50,
      manage_api_gateway_account: true,
    },
    prod: {
      input_expiration_days: 7,
      output_expiration_days: 30,
      log_retention_days: 30,
      api_key_required: true,
      cors_allowed_origins: [],
      reserved_concurrency: 10,
      customer_managed_key: true,
      force_destroy: false,
      monthly_budget_usd: 200,
      manage_api_gateway_account: false,
    },
  };

  it.each(['dev', 'prod'] as const)(
    'A1 A2 A4 A5 C6 C8 are those of %s',
    environment => {
      expect(variables(environment)).toMatchObject({
        ...expected[environment],
        account_id: here.accountId,
        region: here.region,
        environment,
        team: 'audio',
        name: 'bird-calls',
        entity_ref: 'component:default/bird-calls',
        owner: 'group:default/audio',
        template_version: '1.2.3',
        memory_mb: 3008,
        timeout_seconds: 900,
        model_s3_bucket: null,
        model_s3_key: null,
      });
    },
  );

  it('A6 lets a person say who manages the account setting', () => {
    const inputs = { manageApiGatewayAccount: { dev: false, prod: true } };
    expect(variables('dev', inputs).manage_api_gateway_account).toBe(false);
    expect(variables('prod', inputs).manage_api_gateway_account).toBe(true);
  });

  it('A6 leaves the account setting alone where another repository sets it up', () => {
    const inputs = { apiGatewayLogging: 'elsewhere' };
    expect(variables('dev', inputs).manage_api_gateway_account).toBe(false);
    expect(variables('prod', inputs).manage_api_gateway_account).toBe(false);
  });

  it('refuses an environment that has no account', () => {
    expect(() =>
      inferenceApiStack.variables({
        identity: repositoryIdentitySchema.parse({
          name: 'bird-calls',
          owner: 'audio',
          team: 'audio',
        }),
        targets: environmentTargetsSchema.parse({ dev: here }),
        environment: 'prod',
        inputs: inferenceApiInputsSchema.parse({}),
        templateVersion: '1.2.3',
      }),
    ).toThrow('Environment prod of bird-calls has no account and region');
  });
});

describe('inputs of the inference API', () => {
  it.each([
    ['A4', { corsAllowedOrigins: { prod: ['*'] } }, 'corsAllowedOrigins.prod'],
    [
      'A4',
      { corsAllowedOrigins: { dev: ['*', 'https://a.example'] } },
      'corsAllowedOrigins.dev',
    ],
    [
      'A4',
      { corsAllowedOrigins: { prod: ['https://a.example/path'] } },
      'corsAllowedOrigins.prod.0',
    ],
    [
      'A4',
      { corsAllowedOrigins: { prod: ['https://a"b.example'] } },
      'corsAllowedOrigins.prod.0',
    ],
    [
      'A4',
      { corsAllowedOrigins: { prod: ['http://a.example'] } },
      'corsAllowedOrigins.prod.0',
    ],
    ['A5', { usagePlan: { quotaPeriod: 'YEAR' } }, 'usagePlan.quotaPeriod'],
    ['A2', { memoryMb: 127 }, 'memoryMb'],
    ['A2', { memoryMb: 10241 }, 'memoryMb'],
    ['A2', { memoryMb: '3008' }, 'memoryMb'],
    ['A2', { timeoutSeconds: 901 }, 'timeoutSeconds'],
    ['A2', { reservedConcurrency: { prod: -1 } }, 'reservedConcurrency.prod'],
    ['A8', { modelS3Bucket: 'models' }, 'modelS3Key'],
    ['A8', { modelS3Key: 'v1/' }, 'modelS3Bucket'],
    [
      'A8',
      { modelS3Bucket: 's3://models', modelS3Key: 'v1/' },
      'modelS3Bucket',
    ],
    ['A8', { modelS3Bucket: 'models', modelS3Key: 'v1/*' }, 'modelS3Key'],
    ['A8', { modelS3Bucket: 'models', modelS3Key: '/v1' }, 'modelS3Key'],
    ['A2', { extraEnvironment: { '1A': '' } }, 'extraEnvironment.1A'],
    [
      'A2',
      { extraEnvironment: { AWS_REGION: '' } },
      'extraEnvironment.AWS_REGION',
    ],
    ['A2', { extraEnvironment: { TOP_K: '9' } }, 'extraEnvironment.TOP_K'],
    ['A2', { extraEnvironment: { BIG: 'x'.repeat(4000) } }, 'extraEnvironment'],
    [
      'A2',
      { inferenceSettings: { windowSeconds: 1, hopSeconds: 2 } },
      'inferenceSettings.hopSeconds',
    ],
    ['C6', { logRetentionDays: { dev: 8 } }, 'logRetentionDays.dev'],
    ['A6', { apiGatewayLogging: 'nowhere' }, 'apiGatewayLogging'],
    [
      'A6',
      {
        apiGatewayLogging: 'elsewhere',
        manageApiGatewayAccount: { prod: true },
      },
      'manageApiGatewayAccount.prod',
    ],
    ['A2', { memory: 5 }, ''],
  ])('%s refuses %j', (_requirement, inputs, field) => {
    expect(wrongFields(inputs)).toEqual([field]);
  });

  it('A8 takes bucket and key together, and none when both are empty', () => {
    expect(
      variables('dev', { modelS3Bucket: 'models', modelS3Key: 'v1/' }),
    ).toMatchObject({ model_s3_bucket: 'models', model_s3_key: 'v1/' });
    expect(
      variables('dev', { modelS3Bucket: '', modelS3Key: '' }),
    ).toMatchObject({ model_s3_bucket: null, model_s3_key: null });
  });
});
