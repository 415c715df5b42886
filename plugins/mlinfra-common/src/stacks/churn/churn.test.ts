import { repositoryIdentitySchema } from '../repositoryIdentity';
import {
  environmentTargetsSchema,
  type StackEnvironment,
} from '../stackEnvironments';
import { churnStack } from './churn';
import { churnInputsSchema } from './inputs';

const here = { accountId: '123456789012', region: 'eu-central-1' };
const certificate = (region: string) =>
  `arn:aws:acm:${region}:123456789012:certificate/0f0f0f0f-0000-4000-8000-000000000000`;
const identity = repositoryIdentitySchema.parse({
  name: 'leavers',
  owner: 'group:default/telco',
  team: 'telco',
});

function variables(
  environment: StackEnvironment,
  inputs: object = {},
  prod: object | undefined = here,
) {
  return churnStack.variables({
    identity,
    targets: environmentTargetsSchema.parse({ dev: here, prod }),
    environment,
    inputs: churnInputsSchema.parse(inputs),
    templateVersion: '1.2.3',
  });
}

function wrongFields(inputs: object): string[] {
  const result = churnInputsSchema.safeParse(inputs);
  return result.success
    ? []
    : result.error.issues.map(issue => issue.path.join('.'));
}

function problems(inputs: object, targets: object = { dev: here }) {
  return churnStack.problems!({
    targets: environmentTargetsSchema.parse(targets),
    inputs: churnInputsSchema.parse({
      uiAllowedCidrs: ['203.0.113.0/24'],
      ...inputs,
    }),
  }).map(({ path, message }) => `${path.join('.')} ${message}`);
}

describe('defaults of the churn stack', () => {
  const expected = {
    dev: {
      nat_mode: 'none',
      vpc_cidr: '10.30.0.0/20',
      endpoint: {
        memory_mb: 2_048,
        max_concurrency: 5,
        provisioned_concurrency: null,
      },
      ui_tasks: { min: 1, max: 2 },
      capacity_weights: { fargate: 0, fargate_spot: 1 },
      customer_managed_key: false,
      force_destroy: true,
      log_retention_days: 7,
      monthly_budget_usd: 50,
    },
    prod: {
      nat_mode: 'per_az',
      vpc_cidr: '10.31.0.0/20',
      endpoint: {
        memory_mb: 2_048,
        max_concurrency: 20,
        provisioned_concurrency: null,
      },
      ui_tasks: { min: 2, max: 6 },
      capacity_weights: { fargate: 1, fargate_spot: 0 },
      customer_managed_key: true,
      force_destroy: false,
      log_retention_days: 30,
      monthly_budget_usd: 200,
    },
  };

  it.each(['dev', 'prod'] as const)(
    'CH3 CH4 CH5 CH6 CH8 CH9 C6 C8 E7 E8 are those of %s',
    environment => {
      expect(variables(environment)).toMatchObject({
        ...expected[environment],
        account_id: here.accountId,
        region: here.region,
        environment,
        team: 'telco',
        name: 'leavers',
        entity_ref: 'component:default/leavers',
        owner: 'group:default/telco',
        template_version: '1.2.3',
        model_s3_key: null,
        availability_zones: ['eu-central-1a', 'eu-central-1b'],
        connected_cidrs: [],
        authorizer: { type: 'iam' },
        cors_allowed_origins: [],
        api_memory_mb: 1_024,
        api_timeout_seconds: 30,
        api_reserved_concurrency: null,
        optional_permissions: { metrics_namespace: null, parameter_path: null },
        certificate_arn: null,
        ui_allowed_cidrs: [],
        ui_size: { cpu: 512, memory: 1_024 },
        blue_green: false,
      });
    },
  );

  it.each([
    ['on_demand', { fargate: 1, fargate_spot: 0 }],
    ['mixed', { fargate: 1, fargate_spot: 3 }],
    ['spot', { fargate: 0, fargate_spot: 1 }],
  ])('CH9 weighs the capacity providers for %s', (capacity, weights) => {
    const inputs = { capacity: { prod: capacity } };
    expect(variables('prod', inputs).capacity_weights).toEqual(weights);
  });

  it('C3 refuses an environment that has no account', () => {
    expect(() =>
      churnStack.variables({
        identity,
        targets: environmentTargetsSchema.parse({ dev: here }),
        environment: 'prod',
        inputs: churnInputsSchema.parse({}),
        templateVersion: '1.2.3',
      }),
    ).toThrow('Environment prod of leavers has no account and region');
  });
});

describe('inputs of the churn stack', () => {
  it.each([
    ['CH2', { optionalPermissions: { metricsNamespace: 'AWS/ECS' } }],
    ['CH2', { optionalPermissions: { parameterPath: '/' } }],
    ['CH2', { optionalPermissions: { parameterPath: '/a/*' } }],
    ['CH3', { endpoint: { dev: { memoryMb: 1_536 } } }],
    ['CH3', { endpoint: { prod: { memoryMb: 8_192 } } }],
    ['CH3', { endpoint: { prod: { maxConcurrency: 201 } } }],
    ['CH3', { endpoint: { dev: { provisionedConcurrency: 6 } } }],
    ['CH3', { modelS3Key: 'model.pkl' }],
    ['CH3', { modelS3Key: '/model.tar.gz' }],
    ['CH4', { apiMemoryMb: 64 }],
    ['CH4', { apiTimeoutSeconds: 31 }],
    ['CH4', { apiReservedConcurrency: { prod: 0 } }],
    ['CH5', { authorizer: { dev: 'jwt' } }],
    ['CH5', { authorizer: { prod: 'none' } }],
    ['CH5', { corsAllowedOrigins: { prod: ['*'] } }],
    ['CH5', { throttle: { rateLimit: 0 } }],
    ['CH6', { natMode: { prod: 'none' } }],
    ['CH6', { natMode: { dev: 'double' } }],
    ['CH6', { vpcCidr: { dev: '10.30.1.0/20' } }],
    ['CH6', { connectedCidrs: { dev: ['10.0.0.1/8'] } }],
    ['CH6', { availabilityZones: { dev: ['eu-central-1a'] } }],
    ['CH7', { uiAllowedCidrs: ['203.0.113.7/24'] }],
    ['CH8', { certificateArn: { prod: 'churn.example.com' } }],
    ['CH9', { uiSize: { cpu: 256, memory: 1_536 } }],
    ['CH9', { capacity: { dev: 'cheap' } }],
    ['E7', { trafficShift: 'AllAtOnce' }],
    ['E8', { autoscaling: { dev: { min: 3 } } }],
    ['C6', { logRetentionDays: { dev: 8 } }],
    ['C5', { permissionsBoundaryArn: 'boundary' }],
  ])('%s refuses %j', (_requirement, inputs) => {
    const leafPath = (part: unknown): string =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.entries(part)
            .map(([key, inner]) => `${key}.${leafPath(inner)}`)
            .join()
        : '';
    const [field] = leafPath(inputs).split('.');
    expect(wrongFields(inputs)).toEqual([expect.stringContaining(field)]);
  });

  it('CH3 says which memory an endpoint may have', () => {
    const { error } = churnInputsSchema.safeParse({
      endpoint: { dev: { memoryMb: 1_536 } },
    });
    expect(error?.issues[0]).toMatchObject({
      path: ['endpoint', 'dev', 'memoryMb'],
      message: expect.stringContaining('takes 1024, 2048'),
    });
  });

  it('CH5 says why tokens are not offered', () => {
    const { error } = churnInputsSchema.safeParse({
      authorizer: { dev: 'jwt' },
    });
    expect(error?.issues[0].message).toContain('no token of its own');
  });
});

describe('problems of the churn stack', () => {
  it('CH8 wants a certificate of the region where there is a prod, and only there', () => {
    expect(problems({})).toEqual([]);
    expect(problems({}, { dev: here, prod: here })).toEqual([
      expect.stringMatching(
        /^certificateArn\.prod is missing; .* in ACM, in eu-central-1, /,
      ),
    ]);
    expect(
      problems(
        { certificateArn: { dev: certificate('us-east-1') } },
        { dev: here },
      ),
    ).toEqual([
      expect.stringMatching(
        /^certificateArn\.dev is a certificate of us-east-1/,
      ),
    ]);
    expect(
      problems(
        { certificateArn: { dev: '', prod: certificate('eu-central-1') } },
        { dev: here, prod: here },
      ),
    ).toEqual([]);
  });

  it('CH7 CH8 wants to know who may open the page', () => {
    expect(problems({ uiAllowedCidrs: [] })).toEqual([
      expect.stringMatching(/^uiAllowedCidrs is empty/),
    ]);
  });

  it('CH6 refuses networks that could never be connected, and zones that are not there', () => {
    expect(
      problems({
        connectedCidrs: { dev: ['10.30.0.0/16'] },
        availabilityZones: { dev: ['eu-central-1a', 'eu-central-1d'] },
      }),
    ).toEqual([
      expect.stringMatching(/^availabilityZones\.dev names eu-central-1d/),
      expect.stringMatching(/^vpcCidr\.dev .* of connectedCidrs/),
    ]);
  });
});
