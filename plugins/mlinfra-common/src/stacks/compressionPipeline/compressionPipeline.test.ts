import { repositoryIdentitySchema } from '../repositoryIdentity';
import {
  environmentTargetsSchema,
  type StackEnvironment,
} from '../stackEnvironments';
import { compressionPipelineStack } from './compressionPipeline';
import { compressionPipelineInputsSchema } from './inputs';

const here = { accountId: '123456789012', region: 'eu-central-1' };
const targets = environmentTargetsSchema.parse({ dev: here, prod: here });

function variables(
  environment: StackEnvironment,
  inputs: object = {},
  region = here.region,
) {
  return compressionPipelineStack.variables({
    identity: repositoryIdentitySchema.parse({
      name: 'tiny-models',
      owner: 'group:default/speech',
      team: 'speech',
    }),
    targets: environmentTargetsSchema.parse({
      dev: { ...here, region },
      prod: { ...here, region },
    }),
    environment,
    inputs: compressionPipelineInputsSchema.parse(inputs),
    templateVersion: '1.2.3',
  });
}

function wrongFields(inputs: object): string[] {
  const result = compressionPipelineInputsSchema.safeParse(inputs);
  return result.success
    ? []
    : result.error.issues.map(issue => issue.path.join('.'));
}

describe('defaults of the compression pipeline', () => {
  const expected = {
    dev: {
      use_spot: true,
      cors_allowed_origins: ['*'],
      customer_managed_key: false,
      force_destroy: true,
      monthly_budget_usd: 50,
      vpc_cidr: '10.20.0.0/20',
    },
    prod: {
      use_spot: false,
      cors_allowed_origins: [],
      customer_managed_key: true,
      force_destroy: false,
      monthly_budget_usd: 200,
      vpc_cidr: '10.21.0.0/20',
    },
  };

  it.each(['dev', 'prod'] as const)(
    'B1 B2 B5 B6 B9 C6 C8 are those of %s',
    environment => {
      expect(variables(environment)).toMatchObject({
        ...expected[environment],
        account_id: here.accountId,
        region: here.region,
        environment,
        team: 'speech',
        name: 'tiny-models',
        entity_ref: 'component:default/tiny-models',
        owner: 'group:default/speech',
        template_version: '1.2.3',
        network_mode: 'public_ip',
        availability_zones: ['eu-central-1a', 'eu-central-1b'],
        authorizer: { type: 'iam', issuer: null, audience: null },
        log_retention_days: 14,
        static_site: false,
        ephemeral_storage_gib: 20,
      });
    },
  );

  it('B2 sizes each of the five steps by itself', () => {
    const { steps } = variables('dev', {
      steps: { prune: { cpu: 4_096, memory: 30_720 } },
    });
    expect(Object.keys(steps as object)).toEqual([
      'baseline',
      'prune',
      'distill',
      'quantize',
      'evaluate',
    ]);
    expect(steps).toMatchObject({
      baseline: { cpu: 1_024, memory: 4_096, timeout_seconds: 3_600 },
      prune: { cpu: 4_096, memory: 30_720, timeout_seconds: 3_600 },
    });
  });

  it.each([
    ['us-east-1', ['us-east-1a', 'us-east-1b']],
    ['ap-northeast-1', ['ap-northeast-1a', 'ap-northeast-1c']],
  ])('B9 spreads over two zones of %s', (region, zones) => {
    expect(variables('dev', {}, region).availability_zones).toEqual(zones);
  });

  it('B1 hands on the issuer and audience of tokens', () => {
    const authorizer = {
      type: 'jwt',
      issuer: 'https://login.example.com/',
      audience: ['tiny-models'],
    };
    expect(variables('prod', { authorizer }).authorizer).toEqual(authorizer);
  });

  it('B1 drops an issuer that was typed before the choice went back to IAM', () => {
    const authorizer = { type: 'iam', issuer: 'https://login.example.com' };
    expect(variables('dev', { authorizer }).authorizer).toEqual({
      type: 'iam',
      issuer: null,
      audience: null,
    });
  });

  it('B6 hands on the domain of the site in one environment', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/abc';
    const inputs = {
      staticSiteDomain: {
        prod: { name: 'models.example.com', certificateArn },
      },
    };
    expect(variables('dev', inputs).static_site_domain).toBeNull();
    expect(variables('prod', inputs).static_site_domain).toEqual({
      name: 'models.example.com',
      certificate_arn: certificateArn,
    });
  });

  it('C3 refuses an environment that has no account', () => {
    expect(() =>
      compressionPipelineStack.variables({
        identity: repositoryIdentitySchema.parse({
          name: 'tiny-models',
          owner: 'speech',
          team: 'speech',
        }),
        targets: environmentTargetsSchema.parse({ dev: here }),
        environment: 'prod',
        inputs: compressionPipelineInputsSchema.parse({}),
        templateVersion: '1.2.3',
      }),
    ).toThrow('Environment prod of tiny-models has no account and region');
  });
});

describe('inputs of the compression pipeline', () => {
  const jwt = {
    type: 'jwt',
    issuer: 'https://login.example.com',
    audience: ['a'],
  };

  it.each([
    ['B1', { authorizer: { type: 'jwt', audience: ['a'] } }, 'issuer'],
    ['B1', { authorizer: { ...jwt, issuer: '' } }, 'issuer'],
    ['B1', { authorizer: { ...jwt, issuer: 'http://a.example' } }, 'issuer'],
    ['B1', { authorizer: { ...jwt, audience: [] } }, 'audience'],
    ['B1', { authorizer: { ...jwt, audience: ['a b'] } }, 'audience.0'],
    ['B1', { authorizer: { type: 'none' } }, 'type'],
  ])('%s refuses %j', (_requirement, inputs, field) => {
    expect(wrongFields(inputs)).toEqual([`authorizer.${field}`]);
  });

  it.each([
    ['B1', { corsAllowedOrigins: { prod: ['*'] } }, 'corsAllowedOrigins.prod'],
    ['B1', { throttle: { rateLimit: 0 } }, 'throttle.rateLimit'],
    ['B2', { steps: { prune: { cpu: 256, memory: 1_536 } } }, 'prune.memory'],
    ['B2', { steps: { prune: { cpu: 256 } } }, 'prune.memory'],
    ['B2', { steps: { distill: { cpu: 8_192, memory: 17_408 } } }, 'memory'],
    ['B2', { steps: { quantize: { cpu: 300 } } }, 'quantize.cpu'],
    ['B2', { steps: { train: {} } }, 'steps'],
    ['B2', { ephemeralStorageGib: 201 }, 'ephemeralStorageGib'],
    ['B3', { steps: { prune: { timeoutSeconds: 59 } } }, 'timeoutSeconds'],
    ['B9', { networkMode: { dev: 'nat' } }, 'networkMode.dev'],
    ['B9', { vpcCidr: { dev: '10.0.0.0/8' } }, 'vpcCidr.dev'],
    ['B9', { vpcCidr: { dev: '10.300.0.0/16' } }, 'vpcCidr.dev'],
    ['B9', { vpcCidr: { prod: '10.0.1.0/16' } }, 'vpcCidr.prod'],
    [
      'B9',
      { availabilityZones: { dev: ['eu-west-1a', 'b'] } },
      'availabilityZones.dev.1',
    ],
    [
      'B9',
      {
        networkMode: { dev: 'private_endpoints_2az' },
        availabilityZones: { dev: ['eu-west-1a'] },
      },
      'availabilityZones.dev',
    ],
    [
      'B9',
      { availabilityZones: { dev: ['eu-west-1a', 'eu-west-1a'] } },
      'availabilityZones.dev',
    ],
    [
      'B6',
      { staticSiteDomain: { prod: { name: 'models.example.com' } } },
      'staticSiteDomain.prod.certificateArn',
    ],
    [
      'B6',
      {
        staticSiteDomain: {
          prod: {
            name: 'models.example.com',
            certificateArn:
              'arn:aws:acm:eu-west-1:123456789012:certificate/abc',
          },
        },
      },
      'staticSiteDomain.prod.certificateArn',
    ],
    ['C6', { logRetentionDays: { dev: 8 } }, 'logRetentionDays.dev'],
    ['C5', { permissionsBoundaryArn: 'boundary' }, 'permissionsBoundaryArn'],
  ])('%s refuses %j', (_requirement, inputs, field) => {
    expect(wrongFields(inputs)).toEqual([expect.stringContaining(field)]);
  });

  it('B9 refuses zones of another region, and those only', () => {
    const problems = (zones: object) =>
      compressionPipelineStack.problems?.({
        targets,
        inputs: compressionPipelineInputsSchema.parse({
          availabilityZones: zones,
        }),
      });
    expect(problems({ dev: ['eu-central-1b', 'eu-central-1c'] })).toEqual([]);
    expect(problems({ prod: ['eu-west-1a', 'eu-west-1b'] })).toEqual([
      {
        path: ['availabilityZones', 'prod'],
        message: expect.stringContaining('eu-west-1a and eu-west-1b'),
      },
    ]);
  });
});
