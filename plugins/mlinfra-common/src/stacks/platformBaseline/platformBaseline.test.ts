import { repositoryIdentitySchema } from '../repositoryIdentity';
import {
  environmentTargetsSchema,
  type StackEnvironment,
} from '../stackEnvironments';
import { platformBaselineInputsSchema } from './inputs';
import { platformBaselineStack } from './platformBaseline';

const here = { accountId: '123456789012', region: 'eu-central-1' };
const together = environmentTargetsSchema.parse({ dev: here, prod: here });
const apart = environmentTargetsSchema.parse({
  dev: here,
  prod: { ...here, accountId: '210987654321' },
});

function variables(
  environment: StackEnvironment,
  inputs: object = {},
  targets = together,
) {
  return platformBaselineStack.variables({
    identity: repositoryIdentitySchema.parse({
      name: 'machine-care',
      owner: 'group:default/plant',
      team: 'plant',
    }),
    targets,
    environment,
    inputs: platformBaselineInputsSchema.parse(inputs),
    templateVersion: '1.2.3',
  });
}

function refused(inputs: object): string[] {
  const result = platformBaselineInputsSchema.safeParse(inputs);
  return result.success
    ? []
    : result.error.issues.map(issue => issue.path.join('.'));
}

describe('defaults of the platform baseline', () => {
  const expected = {
    dev: {
      cors_allowed_origins: ['*'],
      customer_managed_key: false,
      force_destroy: true,
      backup_retention_days: 7,
      backups: false,
      log_retention_days: 7,
      audit_trail: false,
      manage_api_gateway_account: true,
      monthly_budget_usd: 50,
      scaling: {
        min_tasks: 1,
        max_tasks: 4,
        cpu_percent: 70,
        memory_percent: 80,
      },
    },
    prod: {
      cors_allowed_origins: [],
      customer_managed_key: true,
      force_destroy: false,
      backup_retention_days: 14,
      backups: true,
      log_retention_days: 30,
      audit_trail: true,
      manage_api_gateway_account: false,
      monthly_budget_usd: 200,
      scaling: {
        min_tasks: 2,
        max_tasks: 6,
        cpu_percent: 70,
        memory_percent: 80,
      },
    },
  };

  it.each(['dev', 'prod'] as const)(
    'E1 E3 E4 E5 E6 E7 E8 E9 C6 C8 are those of %s',
    environment => {
      expect(variables(environment)).toMatchObject({
        ...expected[environment],
        account_id: here.accountId,
        region: here.region,
        environment,
        entity_ref: 'component:default/machine-care',
        serving: 'lambda',
        database_engine: 'dynamodb',
        api_key_required: true,
        dashboard: true,
        blue_green: false,
        autoscaling: true,
        network_acls: true,
        availability_zones: [],
        ebs_encryption: false,
      });
    },
  );

  it('E1 refuses an environment that has no account', () => {
    expect(() =>
      variables('prod', {}, environmentTargetsSchema.parse({ dev: here })),
    ).toThrow('Environment prod of machine-care has no account and region');
  });
});

describe('choices of the platform baseline', () => {
  it.each([
    { serving: { dev: 'ecs' } },
    {
      databaseEngine: { dev: 'postgres' },
      networkMode: { dev: 'private_endpoints_1az' },
    },
  ])('E4 %j brings a network over two zones', inputs => {
    expect(variables('dev', inputs)).toMatchObject({
      vpc_cidr: '10.50.0.0/20',
      availability_zones: ['eu-central-1a', 'eu-central-1b'],
    });
  });

  it('E5 makes one trail in each account, and none where there is one', () => {
    const trails = (inputs: object, targets = together) =>
      (['dev', 'prod'] as const).map(
        environment => variables(environment, inputs, targets).audit_trail,
      );
    expect(trails({})).toEqual([false, true]);
    expect(trails({}, apart)).toEqual([true, true]);
    expect(trails({ auditTrail: 'elsewhere' }, apart)).toEqual([false, false]);
  });

  it('E4 encrypts volumes by one root of an account and region', () => {
    const on = { ebsEncryption: true };
    expect(variables('dev', on).ebs_encryption).toBe(false);
    expect(variables('prod', on).ebs_encryption).toBe(true);
    expect(variables('dev', on, apart).ebs_encryption).toBe(true);
  });

  it('E8 keeps the fewest tasks off capacity that AWS takes back', () => {
    expect(variables('prod', { useSpot: { prod: true } }).capacity).toEqual({
      fargate_base: 2,
      fargate_weight: 1,
      spot_weight: 3,
    });
  });

  it('E8 scales by the clock and in steps', () => {
    expect(
      variables('prod', {
        serving: { prod: 'ecs' },
        scalingSchedules: {
          prod: {
            morning: {
              schedule: 'cron(0 7 ? * MON-FRI *)',
              minCapacity: 4,
              maxCapacity: 8,
            },
          },
        },
        stepScaling: {
          prod: { cpuPercent: 85, steps: [{ above: 0, add: 2 }] },
        },
      }),
    ).toMatchObject({
      scaling_schedules: {
        morning: {
          schedule: 'cron(0 7 ? * MON-FRI *)',
          min_capacity: 4,
          max_capacity: 8,
          timezone: 'UTC',
        },
      },
      step_scaling: { cpu_percent: 85, steps: [{ above: 0, add: 2 }] },
    });
  });

  it.each([
    ['E1', { serving: { dev: 'ec2' } }, 'serving.dev'],
    ['E1', { apiKeyRequired: { prod: false } }, 'apiKeyRequired.prod'],
    ['E1', { corsAllowedOrigins: { prod: ['*'] } }, 'corsAllowedOrigins.prod'],
    ['E1', { maxBatchItems: 1_001 }, 'maxBatchItems'],
    ['E1', { taskSize: { cpu: 256, memory: 4_096 } }, 'taskSize.memory'],
    ['E1', { taskSize: { memory: 1_536 } }, 'taskSize.memory'],
    ['E3', { databaseEngine: { prod: 'mysql' } }, 'databaseEngine.prod'],
    ['E3', { databaseEngine: { dev: 'postgres' } }, 'networkMode.dev'],
    ['E3', { postgres: { instanceClass: 't4g' } }, 'postgres.instanceClass'],
    ['E3', { postgres: { storageGib: 100 } }, 'postgres.maxStorageGib'],
    [
      'E3',
      {
        serving: { prod: 'ecs' },
        databaseEngine: { prod: 'postgres' },
        availabilityZones: { prod: ['eu-central-1a'] },
      },
      'availabilityZones.prod',
    ],
    [
      'E4',
      {
        networkMode: { dev: 'private_endpoints_2az' },
        availabilityZones: { dev: ['eu-central-1a'] },
      },
      'availabilityZones.dev',
    ],
    [
      'E4',
      { availabilityZones: { dev: ['a', 'b', 'c', 'd', 'e'].map(zone) } },
      'availabilityZones.dev',
    ],
    ['E5', { auditTrailDays: { prod: 30 } }, 'auditTrailDays.prod'],
    ['E7', { trafficShift: 'Slowly' }, 'trafficShift'],
    ['E7', { bakeMinutes: 2_881 }, 'bakeMinutes'],
    ['E8', { minTasks: { dev: 9 } }, 'maxTasks.dev'],
    [
      'E8',
      {
        stepScaling: { dev: { cpuPercent: 85, steps: [{ above: 0, add: 1 }] } },
      },
      'stepScaling.dev',
    ],
    [
      'E8',
      {
        scalingSchedules: {
          dev: {
            night: { schedule: 'rate(1 day)', minCapacity: 0, maxCapacity: 0 },
          },
        },
      },
      'scalingSchedules.dev',
    ],
    ['E9', { backupRetentionDays: { prod: 6 } }, 'backupRetentionDays.prod'],
    ['E9', { backupRetentionDays: { dev: 36 } }, 'backupRetentionDays.dev'],
    ['E9', { backupRules: {} }, 'backupRules'],
  ])('%s refuses %j', (_requirement, inputs, field) => {
    expect(refused(inputs)).toEqual([field]);
  });

  it('E4 refuses networks that share addresses, and zones of another region', () => {
    const problems = (inputs: object) =>
      platformBaselineStack
        .problems?.({
          targets: together,
          inputs: platformBaselineInputsSchema.parse(inputs),
        })
        .map(problem => problem.path.join('.'));
    expect(problems({})).toEqual([]);
    expect(
      problems({ vpcCidr: { dev: '10.1.0.0/16', prod: '10.1.8.0/24' } }),
    ).toEqual(['vpcCidr.prod']);
    expect(problems({ availabilityZones: { dev: ['eu-west-1a'] } })).toEqual([
      'availabilityZones.dev',
    ]);
    expect(problems({ availabilityZones: { prod: [zone('f')] } })).toEqual([
      'availabilityZones.prod',
    ]);
  });
});

function zone(letter: string): string {
  return `eu-central-1${letter}`;
}
