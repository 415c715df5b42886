import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  Endpoint,
  EntityEndpointsResponse,
} from '@mlinfra/plugin-mlinfra-common';
import request from 'supertest';
import mlinfraPlugin from '.';
import { isolateAwsEnvironment } from './__testUtils__/awsEnvironment';
import {
  createAlarm,
  createBalancer,
  createInstance,
  createLinkedApi,
  createModel,
  createService,
  createTable,
  type Platform,
} from './__testUtils__/createPlatform';
import { component } from './__testUtils__/entities';
import { emulatorMissing, startEmulator } from './__testUtils__/startEmulator';

const ACCOUNT = '123456789012';
const platform: Platform = {
  region: 'eu-central-1',
  entityRef: 'component:default/churn',
  name: 'ml-churn-dev',
  stack: 'churn',
};
const REGISTRY = `arn:aws:servicediscovery:eu-central-1:${ACCOUNT}:service/srv-1`;
const ENTITY = '/api/mlinfra/v1/entities/component/default/churn';

const missing = emulatorMissing();
if (missing && process.env.CI) {
  throw new Error(`The emulator is needed under CI: ${missing}`);
}

(missing ? describe.skip : describe)('a platform in the emulator', () => {
  isolateAwsEnvironment();
  let emulator: Awaited<ReturnType<typeof startEmulator>>;
  let collect: () => Promise<EntityEndpointsResponse>;

  beforeAll(async () => {
    emulator = await startEmulator();
    process.env.AWS_ENDPOINT_URL = emulator.endpoint;
    collect = await portal();
  }, 90_000);
  afterAll(() => emulator?.stop());

  async function portal() {
    const scheduler = mockServices.scheduler.mock();
    const { server } = await startTestBackend({
      features: [
        mlinfraPlugin,
        catalogServiceMock.factory({ entities: [component('churn')] }),
        scheduler.factory,
        mockServices.rootConfig.factory({
          data: {
            aws: { mainAccount: { accessKeyId: 'x', secretAccessKey: 'y' } },
            mlinfra: {
              accounts: [
                {
                  accountId: ACCOUNT,
                  regions: [platform.region],
                  emulated: true,
                },
              ],
              refresh: { minInterval: '1ms' },
            },
          },
        }),
      ],
    });
    const [task] = scheduler.scheduleTask.mock.calls[0];
    return async () => {
      await request(server)
        .post('/api/mlinfra/v1/refresh')
        .set('Authorization', mockCredentials.user.header())
        .send({ entityRef: platform.entityRef })
        .expect(200);
      await task.fn(new AbortController().signal);
      return (await request(server).get(`${ENTITY}/endpoints`).expect(200))
        .body;
    };
  }

  async function control(path: string, method: string, body?: object) {
    const response = await fetch(
      `${emulator.endpoint}/mlinfra-emulator/${path}`,
      { method, body: body && JSON.stringify(body) },
    );
    expect(response.ok).toBe(true);
  }

  const kinds = (items: Endpoint[]) =>
    Object.fromEntries(items.map(each => [each.kind, each]));

  it('shows every kind of endpoint, database and alarm (CH6, D3, E3)', async () => {
    const balancer = await createBalancer(platform);
    const serviceArn = await createService(platform, {
      registryArn: REGISTRY,
      targetGroupArn: balancer.targetGroupArn,
    });
    const apiId = await createLinkedApi(platform, REGISTRY);
    const modelArn = await createModel(platform);
    const tableArn = await createTable(platform);
    const instanceArn = await createInstance(platform);
    await createAlarm(platform, {
      namespace: 'ECS/ContainerInsights',
      name: 'RunningTaskCount',
      dimensions: { ClusterName: platform.name, ServiceName: platform.name },
    });
    await createAlarm(platform, {
      namespace: 'AWS/DynamoDB',
      name: 'ThrottledRequests',
      dimensions: { TableName: platform.name },
    });

    const { items, databases, alarms, collections } = await collect();
    expect(collections.map(each => each.error)).toEqual([undefined]);
    const found = kinds(items);
    expect(found['ecs-service']).toMatchObject({
      id: serviceArn,
      status: 'live',
      statusReason: `Service ${platform.name} runs all 2 tasks.`,
      url: `http://${balancer.dnsName}/`,
      auth: 'none',
      services: [
        {
          cluster: platform.name,
          desired: 2,
          running: 2,
          deployments: [
            { status: 'PRIMARY', taskDefinition: `${platform.name}:1` },
          ],
          stoppedTasks: [],
          targetGroups: [{ name: platform.name, targets: { healthy: 2 } }],
        },
      ],
      deployments: [{ what: 'service', state: 'succeeded' }],
    });
    expect(found['http-api']).toMatchObject({
      status: 'live',
      statusReason: `Stage $default is deployed, and service ${platform.name} runs all 2 tasks.`,
      auth: 'iam',
      services: [{ arn: serviceArn }],
    });
    expect(found['sagemaker-endpoint']).toMatchObject({
      id: modelArn,
      status: 'live',
      auth: 'iam',
      model: {
        state: 'InService',
        configName: `${platform.name}-1`,
        variants: [
          {
            name: 'main',
            share: 1,
            serverless: { memoryMb: 2048, maxConcurrency: 5 },
          },
        ],
      },
      deployments: [{ what: 'model', state: 'succeeded' }],
    });
    expect(databases).toMatchObject([
      {
        id: tableArn,
        kind: 'dynamodb-table',
        status: 'live',
        engine: 'DynamoDB, on demand',
        pointInTimeRecovery: false,
      },
      {
        id: instanceArn,
        kind: 'rds-instance',
        status: 'live',
        engine: 'PostgreSQL 16.4',
        sizeBytes: 20 * 2 ** 30,
        encrypted: true,
        deletionProtection: true,
        backupRetentionDays: 7,
        publiclyAccessible: false,
      },
    ]);
    const watches = Object.fromEntries(
      alarms.map(each => [each.metric, each.watches]),
    );
    const api = `arn:aws:apigateway:eu-central-1::/apis/${apiId}/stages/$default`;
    expect(watches).toEqual({
      'ECS/ContainerInsights RunningTaskCount': [api, serviceArn],
      'AWS/DynamoDB ThrottledRequests': [tableArn],
    });
    expect(alarms).toMatchObject([
      { state: 'alarm', reason: 'Threshold crossed.', actionsEnabled: true },
      { state: 'alarm' },
    ]);
  }, 120_000);

  it('notices tasks that stop by themselves, with their exit codes (D3)', async () => {
    await control('stopped-tasks', 'POST', {
      cluster: platform.name,
      service: platform.name,
      count: 1,
      exitCode: 137,
      reason: 'OutOfMemoryError: container killed',
    });
    const degraded = kinds((await collect()).items);
    expect(degraded['ecs-service']).toMatchObject({
      status: 'degraded',
      services: [
        {
          running: 1,
          stoppedTasks: [
            {
              stopCode: 'EssentialContainerExited',
              reason: 'OutOfMemoryError: container killed',
              containers: [{ name: 'app', exitCode: 137 }],
            },
          ],
          lastEvent: { message: expect.stringContaining('stopped 1') },
        },
      ],
    });
    expect(degraded['http-api'].status).toBe('degraded');
    await control('stopped-tasks', 'POST', {
      cluster: platform.name,
      service: platform.name,
    });
    const failed = kinds((await collect()).items);
    expect(failed['ecs-service']).toMatchObject({
      status: 'failed',
      statusReason: `Service ${platform.name} runs none of its 2 tasks.`,
    });
    expect(failed['http-api'].status).toBe('failed');
  }, 60_000);

  it('keeps what a refused service told last, and reads the others', async () => {
    await control('faults', 'POST', {
      service: 'ecs',
      error: 'AccessDeniedException',
    });
    await new DynamoDBClient({
      region: platform.region,
      credentials: { accessKeyId: 'x', secretAccessKey: 'y' },
    }).send(new DeleteTableCommand({ TableName: platform.name }));
    const { items, databases, collections } = await collect();
    expect(collections).toMatchObject([
      {
        error: {
          kind: 'access-denied',
          operation: 'ecs:DescribeClusters',
          message: expect.stringMatching(
            /Allow ecs:DescribeClusters for the role .* was last read at/,
          ),
        },
      },
    ]);
    const found = kinds(items);
    expect(found['ecs-service'].status).toBe('failed');
    expect(found['http-api']).toMatchObject({
      status: 'failed',
      services: [{ name: platform.name }],
    });
    expect(
      found['http-api'].collectedAt > found['ecs-service'].collectedAt,
    ).toBe(true);
    expect(databases.map(each => each.kind)).toEqual(['rds-instance']);
    await control('faults', 'DELETE');
    expect((await collect()).collections[0].error).toBeUndefined();
  }, 60_000);
});
