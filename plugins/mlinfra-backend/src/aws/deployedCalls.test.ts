import { mockServices } from '@backstage/backend-test-utils';
import { AwsStandIn } from '../__testUtils__/AwsStandIn';
import { isolateAwsEnvironment } from '../__testUtils__/awsEnvironment';
import { standInAccounts } from '../__testUtils__/standInAccounts';
import { xmlAnswer } from '../__testUtils__/xmlAnswer';
import type { AwsCall } from './AwsCaller';
import { connectAws } from './connectAws';

const ACCOUNT = '111111111111';
const CLUSTER = `arn:aws:ecs:eu-central-1:${ACCOUNT}:cluster/web`;
const SERVICE = `arn:aws:ecs:eu-central-1:${ACCOUNT}:service/web/web`;
const GROUP = `arn:aws:elasticloadbalancing:eu-central-1:${ACCOUNT}:targetgroup/web/1`;
const BALANCER = `arn:aws:elasticloadbalancing:eu-central-1:${ACCOUNT}:loadbalancer/app/web/1`;

/** The real SDK against a local stand-in for AWS. */
describe('calls for what is deployed', () => {
  jest.setTimeout(60_000);
  isolateAwsEnvironment();
  let aws: AwsStandIn;
  let inventory: ReturnType<typeof connectAws>['inventory'];

  beforeEach(async () => {
    aws = new AwsStandIn();
    await aws.start();
    standInAccounts(aws, ACCOUNT);
    ({ inventory } = connectAws(
      mockServices.rootConfig({
        data: {
          aws: {
            mainAccount: { accessKeyId: 'AKIAMAIN', secretAccessKey: 'x' },
          },
        },
      }),
      { maxAttempts: 1, concurrency: 4, requestTimeoutMs: 10_000 },
      1,
    ));
  });
  afterEach(() => aws.stop());

  const call: AwsCall = {
    accountId: ACCOUNT,
    region: 'eu-central-1',
    signal: new AbortController().signal,
  };

  it('ask for a hundred clusters, and for ten services of a cluster, at a time', async () => {
    aws.on('ecs:DescribeClusters', ({ body }) => ({
      body: {
        clusters: (body.clusters as string[]).map(clusterArn => ({
          clusterArn,
          status: 'ACTIVE',
          runningTasksCount: 1,
        })),
      },
    }));
    aws.on('ecs:DescribeServices', ({ body }) => ({
      body: {
        services: (body.services as string[]).map(serviceArn => ({
          serviceArn,
          clusterArn: body.cluster,
          status: 'ACTIVE',
        })),
      },
    }));
    const clusters = Array.from({ length: 101 }, (_, i) => `${CLUSTER}${i}`);
    expect((await inventory.clusterMarks(call, clusters)).size).toBe(101);
    expect(aws.count('ecs:DescribeClusters')).toBe(2);
    const services = Array.from({ length: 11 }, (_, i) => `${SERVICE}${i}`);
    const elsewhere = SERVICE.replace('/web/', '/other/');
    const found = await inventory.services(call, [...services, elsewhere]);
    expect(found.size).toBe(12);
    expect(found.get(elsewhere)?.clusterArn).toMatch(/cluster\/other$/);
    expect(aws.count('ecs:DescribeServices')).toBe(3);
  });

  it('change a mark with whatever a cluster counts', async () => {
    let cluster: object = { runningTasksCount: 2 };
    aws.on('ecs:DescribeClusters', () => ({
      body: {
        clusters: [{ clusterArn: CLUSTER, status: 'ACTIVE', ...cluster }],
      },
    }));
    const marks = new Set<string | undefined>();
    for (const counts of [
      { runningTasksCount: 2 },
      { runningTasksCount: 1 },
      { runningTasksCount: 1, pendingTasksCount: 1 },
      {
        runningTasksCount: 1,
        statistics: [{ name: 'pendingFargateTasksCount', value: '1' }],
      },
    ]) {
      cluster = counts;
      marks.add((await inventory.clusterMarks(call, [CLUSTER])).get(CLUSTER));
    }
    expect(marks.size).toBe(4);
    cluster = { status: 'INACTIVE' };
    expect(await inventory.clusterMarks(call, [CLUSTER])).toEqual(new Map());
  });

  it('take a service that CodeDeploy deploys by its sets of tasks', async () => {
    const set = (
      id: string,
      status: string,
      group: string,
      stable: string,
    ) => ({
      id,
      status,
      stabilityStatus: stable,
      computedDesiredCount: 2,
      runningCount: 2,
      taskDefinition: `arn:aws:ecs:r:1:task-definition/web:${id}`,
      loadBalancers: [{ targetGroupArn: group }],
    });
    aws.on('ecs:DescribeServices', () => ({
      body: {
        services: [
          {
            serviceArn: SERVICE,
            serviceName: 'web',
            clusterArn: CLUSTER,
            status: 'ACTIVE',
            deploymentController: { type: 'CODE_DEPLOY' },
            loadBalancers: [{ targetGroupArn: 'first' }],
            taskSets: [
              set('8', 'ACTIVE', 'green', 'STABILIZING'),
              set('7', 'PRIMARY', 'blue', 'STEADY_STATE'),
            ],
            deployments: [],
            events: [
              { createdAt: 1, message: 'old' },
              { createdAt: 2, message: 'new '.repeat(500) },
            ],
          },
        ],
      },
    }));
    const service = (await inventory.services(call, [SERVICE])).get(SERVICE);
    expect(service).toMatchObject({
      deployedFromOutside: true,
      stabilizing: true,
      targetGroups: ['blue'],
      deployments: [
        { id: '7', status: 'PRIMARY', taskDefinition: 'web:7', running: 2 },
        { id: '8', status: 'ACTIVE' },
      ],
    });
    expect(service?.deployments[0].rollout).toBeUndefined();
    expect(service?.lastEvent?.at).toBe('1970-01-01T00:00:02.000Z');
    expect(service?.lastEvent?.message).toHaveLength(500);
  });

  it('count targets by their health, and keep what AWS says of them once', async () => {
    const target = (State: string, Description?: string) => ({
      TargetHealth: { State, Description },
    });
    aws.on('elasticloadbalancing:DescribeTargetHealth', () => ({
      body: xmlAnswer('DescribeTargetHealth', {
        TargetHealthDescriptions: [
          target('healthy'),
          target('unhealthy', 'Codes: [500]'),
          target('unhealthy', 'Codes: [500]'),
        ],
      }),
    }));
    expect(await inventory.targetHealth(call, GROUP)).toEqual({
      name: 'web',
      arn: GROUP,
      targets: { healthy: 1, unhealthy: 2 },
      reasons: ['Codes: [500]'],
    });
  });

  it('join a serverless model with its configuration', async () => {
    aws.on('sagemaker:DescribeEndpoint', () => ({
      body: {
        EndpointStatus: 'Failed',
        FailureReason: 'no image',
        EndpointConfigName: 'c',
      },
    }));
    aws.on('sagemaker:DescribeEndpointConfig', () => ({
      body: {
        ProductionVariants: [
          {
            VariantName: 'main',
            ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 },
          },
        ],
      },
    }));
    expect(await inventory.modelDetails(call, 'm')).toEqual({
      state: 'Failed',
      failureReason: 'no image',
      configName: 'c',
      variants: [
        {
          name: 'main',
          serverless: { memoryMb: 2048, maxConcurrency: 5 },
          phases: [],
        },
      ],
    });
  });

  it('take what was deleted after it was listed for gone', async () => {
    const failed = (operation: string, code: string, message = 'gone') =>
      aws.on(operation, () =>
        /^(rds|elastic)/.test(operation)
          ? {
              status: 400,
              body: `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
            }
          : { status: 400, body: { __type: code, message } },
      );
    failed('ecs:DescribeServices', 'ClusterNotFoundException');
    failed('ecs:ListTasks', 'ServiceNotFoundException');
    failed('elasticloadbalancing:DescribeTargetHealth', 'TargetGroupNotFound');
    failed('elasticloadbalancing:DescribeListeners', 'LoadBalancerNotFound');
    failed('dynamodb:DescribeTable', 'ResourceNotFoundException');
    failed(
      'sagemaker:DescribeEndpoint',
      'ValidationException',
      'Could not find endpoint "m".',
    );
    expect(await inventory.services(call, [SERVICE])).toEqual(new Map());
    const ofService = { clusterArn: CLUSTER, name: 'web' };
    expect(await inventory.stoppedTasks(call, ofService)).toEqual([]);
    expect(await inventory.targetHealth(call, GROUP)).toBeUndefined();
    expect(await inventory.listeners(call, BALANCER)).toBeUndefined();
    expect(await inventory.table(call, 't')).toBeUndefined();
    expect(await inventory.modelDetails(call, 'm')).toBeUndefined();
  });

  it.each([
    ['ecs:DescribeClusters', () => inventory.clusterMarks(call, [CLUSTER])],
    ['ecs:DescribeServices', () => inventory.services(call, [SERVICE])],
    [
      'elasticloadbalancing:DescribeTargetHealth',
      () => inventory.targetHealth(call, GROUP),
    ],
    ['sagemaker:ListEndpoints', () => inventory.models(call)],
    ['rds:DescribeDBInstances', () => inventory.instances(call)],
    ['dynamodb:DescribeTable', () => inventory.table(call, 't')],
    ['cloudwatch:DescribeAlarms', () => inventory.alarms(call)],
  ])(
    '%s says what is missing, and when AWS throttles it',
    async (operation, ask) => {
      aws.fail(operation, 'AccessDeniedException', 403);
      await expect(ask()).rejects.toMatchObject({
        kind: 'access-denied',
        operation,
        message: expect.stringContaining(`Allow ${operation} for the role`),
      });
      aws.fail(operation, 'ThrottlingException', 400);
      await expect(ask()).rejects.toMatchObject({
        kind: 'throttled',
        operation,
      });
    },
  );
});
