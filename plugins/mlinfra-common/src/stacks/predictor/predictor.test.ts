import { repositoryIdentitySchema } from '../repositoryIdentity';
import {
  environmentTargetsSchema,
  type StackEnvironment,
} from '../stackEnvironments';
import { predictorInputsSchema } from './inputs';
import { predictorStack } from './predictor';

const here = { accountId: '123456789012', region: 'eu-central-1' };

const identity = repositoryIdentitySchema.parse({
  name: 'bike-rentals',
  owner: 'group:default/city',
  team: 'city',
});

function variables(environment: StackEnvironment, inputs: object = {}) {
  return predictorStack.variables({
    identity,
    targets: environmentTargetsSchema.parse({ dev: here, prod: here }),
    environment,
    inputs: predictorInputsSchema.parse(inputs),
    templateVersion: '1.2.3',
  });
}

function problems(inputs: object, prod: object = here) {
  return predictorStack.problems?.({
    targets: environmentTargetsSchema.parse({ dev: here, prod }),
    inputs: predictorInputsSchema.parse(inputs),
  });
}

describe('defaults of the predictor service', () => {
  const expected = {
    dev: {
      network_mode: 'public_ip',
      vpc_cidr: '10.40.0.0/20',
      cpu: 256,
      memory: 512,
      capacity: { fargate_base: 0, fargate_weight: 1, spot_weight: 3 },
      scaling: {
        min_tasks: 1,
        max_tasks: 2,
        cpu_percent: 70,
        memory_percent: 80,
      },
      cors_allowed_origins: ['*'],
      file_expiration_days: 3,
      data_expiration_days: 7,
      log_retention_days: 7,
      customer_managed_key: false,
      force_destroy: true,
      monthly_budget_usd: 50,
    },
    prod: {
      network_mode: 'private_endpoints_2az',
      vpc_cidr: '10.41.0.0/20',
      cpu: 512,
      memory: 1_024,
      capacity: { fargate_base: 1, fargate_weight: 1, spot_weight: 3 },
      scaling: {
        min_tasks: 2,
        max_tasks: 6,
        cpu_percent: 70,
        memory_percent: 80,
      },
      cors_allowed_origins: [],
      file_expiration_days: 7,
      data_expiration_days: 30,
      log_retention_days: 30,
      customer_managed_key: true,
      force_destroy: false,
      monthly_budget_usd: 200,
    },
  };

  it.each(['dev', 'prod'] as const)(
    'D1 D2 D3 D4 D5 C6 C7 C8 are those of %s',
    environment => {
      expect(variables(environment)).toMatchObject({
        ...expected[environment],
        account_id: here.accountId,
        region: here.region,
        environment,
        team: 'city',
        name: 'bike-rentals',
        entity_ref: 'component:default/bike-rentals',
        owner: 'group:default/city',
        template_version: '1.2.3',
        availability_zones: ['eu-central-1a', 'eu-central-1b'],
        connected_cidrs: [],
        authorizer: { type: 'iam', issuer: null, audience: null },
        routes: [
          'GET /health',
          'POST /predictions',
          'GET /predictions/{id}',
          'POST /files',
        ],
        blue_green: false,
        bake_minutes: 15,
      });
    },
  );

  it('D3 hands on the issuer and audience of tokens', () => {
    const authorizer = {
      type: 'jwt',
      issuer: 'https://login.example.com/',
      audience: ['bike-rentals'],
    };
    expect(variables('prod', { authorizer }).authorizer).toEqual(authorizer);
  });

  it('E7 chooses blue-green for each environment', () => {
    const inputs = { blueGreen: { prod: true }, bakeMinutes: 60 };
    expect(variables('dev', inputs).blue_green).toBe(false);
    expect(variables('prod', inputs)).toMatchObject({
      blue_green: true,
      bake_minutes: 60,
    });
  });

  it('C3 refuses an environment that has no account', () => {
    expect(() =>
      predictorStack.variables({
        identity,
        targets: environmentTargetsSchema.parse({ dev: here }),
        environment: 'prod',
        inputs: predictorInputsSchema.parse({}),
        templateVersion: '1.2.3',
      }),
    ).toThrow('Environment prod of bike-rentals has no account and region');
  });
});

describe('inputs of the predictor service', () => {
  it.each([
    ['D1', { vpcCidr: { dev: '10.0.0.0/8' } }, 'vpcCidr.dev'],
    ['D1', { vpcCidr: { prod: '10.0.1.0/16' } }, 'vpcCidr.prod'],
    ['D1', { connectedCidrs: { dev: ['everything'] } }, 'connectedCidrs.dev.0'],
    [
      'D1',
      { vpcCidr: { dev: '10.0.0.0/24' }, maxTasks: { dev: 23 } },
      'vpcCidr.dev',
    ],
    [
      'D6',
      {
        networkMode: { dev: 'private_endpoints_2az' },
        availabilityZones: { dev: ['eu-west-1a'] },
      },
      'availabilityZones.dev',
    ],
    ['D6', { networkMode: { dev: 'nat' } }, 'networkMode.dev'],
    ['D2', { taskSize: { dev: { cpu: 2_048 } } }, 'taskSize.dev.memory'],
    ['D2', { taskSize: { prod: { memory: 1_536 } } }, 'taskSize.prod.memory'],
    ['D2', { taskSize: { dev: { cpu: 300 } } }, 'taskSize.dev.cpu'],
    ['D2', { fargateBase: { prod: 0 } }, 'fargateBase.prod'],
    ['D2', { fargateWeight: 0 }, 'fargateWeight'],
    ['D2', { fargateWeight: 0, spotWeight: 0 }, 'spotWeight'],
    ['D3', { authorizer: { type: 'none' } }, 'authorizer.type'],
    [
      'D3',
      { authorizer: { type: 'jwt', issuer: 'https://login.example.com' } },
      'authorizer.audience',
    ],
    ['D3', { corsAllowedOrigins: { prod: ['*'] } }, 'corsAllowedOrigins.prod'],
    ['D3', { throttle: { rateLimit: 0 } }, 'throttle.rateLimit'],
    ['D3', { routes: [] }, 'routes'],
    ['D3', { routes: ['$default'] }, 'routes.0'],
    ['D3', { routes: ['GET /health', 'GET /health'] }, 'routes'],
    ['D5', { minTasks: { dev: 3 } }, 'maxTasks.dev'],
    ['D5', { minTasks: { dev: 0 } }, 'minTasks.dev'],
    ['D5', { cpuPercent: 96 }, 'cpuPercent'],
    ['D7', { extraEnvironment: { FILES_BUCKET: 'a' } }, 'FILES_BUCKET'],
    ['D7', { extraEnvironment: { AWS_REGION: 'a' } }, 'AWS_REGION'],
    ['D7', { extraEnvironment: { '2ND': 'a' } }, '2ND'],
    ['E7', { bakeMinutes: 2_881 }, 'bakeMinutes'],
    ['C6', { logRetentionDays: { dev: 8 } }, 'logRetentionDays.dev'],
    ['C5', { permissionsBoundaryArn: 'boundary' }, 'permissionsBoundaryArn'],
  ])('%s refuses %j', (_requirement, inputs, field) => {
    const result = predictorInputsSchema.safeParse(inputs);
    expect(result.error?.issues.map(issue => issue.path.join('.'))).toEqual([
      expect.stringContaining(field),
    ]);
  });

  it('D1 tells how many tasks a small network has room for', () => {
    const result = predictorInputsSchema.safeParse({
      vpcCidr: { prod: '10.0.0.0/24' },
      availabilityZones: { prod: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] },
      maxTasks: { prod: 34 },
    });
    expect(result.error?.issues.map(issue => issue.message)).toEqual([
      expect.stringContaining('has room for 33 tasks in 3 zones'),
    ]);
  });
});

describe('problems of the predictor service', () => {
  it.each([
    ['zones of another region', { availabilityZones: { dev: ['eu-west-1a'] } }],
    [
      'a zone that the region has not',
      { availabilityZones: { dev: ['eu-central-1e'] } },
    ],
  ])('D1 are %s', (_what, inputs) => {
    expect(problems(inputs)).toEqual([
      {
        path: ['availabilityZones', 'dev'],
        message: expect.stringContaining(inputs.availabilityZones.dev[0]),
      },
    ]);
  });

  it('D1 are addresses that a connected network has', () => {
    expect(problems({ connectedCidrs: { dev: ['10.40.8.0/24'] } })).toEqual([
      {
        path: ['vpcCidr', 'dev'],
        message: expect.stringContaining('10.40.8.0/24'),
      },
    ]);
  });

  it('D1 are addresses that dev and prod share in one region, and only there', () => {
    const inputs = { vpcCidr: { prod: '10.40.0.0/16' } };
    expect(problems(inputs)).toEqual([
      expect.objectContaining({ path: ['vpcCidr', 'prod'] }),
    ]);
    expect(problems(inputs, { ...here, region: 'eu-west-1' })).toEqual([]);
  });
});
