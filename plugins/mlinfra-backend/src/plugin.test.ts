import { LambdaClient } from '@aws-sdk/client-lambda';
import request from 'supertest';
import { AwsStandIn } from './__testUtils__/AwsStandIn';
import { isolateAwsEnvironment } from './__testUtils__/awsEnvironment';
import { component } from './__testUtils__/entities';
import { standInAccounts } from './__testUtils__/standInAccounts';
import { standInRegion } from './__testUtils__/standInRegion';
import { startPortal } from './__testUtils__/startPortal';

const ACCOUNT = '111111111111';
const ENTITY = '/api/mlinfra/v1/entities/component/default/speech';
const ARN = `arn:aws:lambda:eu-central-1:${ACCOUNT}:function:speech`;
const tags = {
  'backstage.io/entity-ref': 'component:default/speech',
  'mlinfra:stack': 'inference-api',
  'mlinfra:environment': 'dev',
};

describe('mlinfra plugin', () => {
  isolateAwsEnvironment();
  let aws: AwsStandIn;

  beforeEach(async () => {
    aws = new AwsStandIn();
    await aws.start();
    standInAccounts(aws, ACCOUNT);
    standInRegion(aws, {
      restApis: [{ id: 'r1', name: 'speech', tags }],
      restStages: { r1: [{ stageName: 'v1', deploymentId: 'd1' }] },
      restResources: {
        r1: [
          {
            path: '/predict',
            resourceMethods: {
              POST: {
                authorizationType: 'NONE',
                apiKeyRequired: true,
                methodIntegration: { uri: ARN },
              },
            },
          },
        ],
      },
      functions: [{ FunctionName: 'speech', FunctionArn: ARN }],
      functionStates: {
        speech: { State: 'Active', LastUpdateStatus: 'Successful' },
      },
      budgets: [
        {
          BudgetName: 'speech',
          BudgetType: 'COST',
          TimeUnit: 'MONTHLY',
          BudgetLimit: { Amount: '50', Unit: 'USD' },
          FilterExpression: {
            Tags: {
              Key: 'backstage.io/entity-ref',
              Values: ['component:default/speech'],
            },
          },
        },
      ],
    });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await aws.stop();
  });

  function portal() {
    return startPortal({
      entities: [component('speech')],
      aws: { mainAccount: { accessKeyId: 'AKIAMAIN', secretAccessKey: 'x' } },
      mlinfra: {
        accounts: [{ accountId: ACCOUNT, regions: ['eu-central-1'] }],
        aws: { maxAttempts: 1 },
      },
    });
  }

  it('serves collected data with 0 AWS calls per page (A4, A9)', async () => {
    const handler = new LambdaClient({ region: 'x' }).config.requestHandler;
    const sent = jest.spyOn(Object.getPrototypeOf(handler), 'handle');
    const { server, collect } = await portal();
    await collect();
    const calls = sent.mock.calls.length;
    expect(calls).toBeGreaterThan(5);
    expect(aws.requests.length).toBe(calls);

    const get = async (path: string) =>
      (await request(server).get(path).expect(200)).body;
    const endpoints = await get(`${ENTITY}/endpoints`);
    expect(endpoints.items).toMatchObject([
      {
        status: 'live',
        auth: 'api-key',
        url: 'https://r1.execute-api.eu-central-1.amazonaws.com/v1/predict',
      },
    ]);
    const budgets = await get(`${ENTITY}/budgets`);
    expect(budgets.items).toMatchObject([{ limit: '50', status: 'unknown' }]);
    await get(`${ENTITY}/summary`);
    await get('/api/mlinfra/v1/endpoints');
    await get('/api/mlinfra/v1/budgets');
    await get('/api/mlinfra/v1/accounts');
    expect(sent.mock.calls.length).toBe(calls);
  });

  it('makes 4 calls for the endpoints of a region, 1 for its pipelines and 1 for budgets when nothing changed', async () => {
    const { collect, stores } = await portal();
    await collect();
    aws.requests.length = 0;
    await stores
      .knex('collection_targets')
      .update({ next_due_at: '2026-01-01T00:00:00.000Z' });
    await collect();
    expect(aws.requests.map(each => each.operation).sort()).toEqual([
      'apigateway:GetRestApis',
      'apigatewayv2:GetApis',
      'budgets:DescribeBudgets',
      'lambda:ListFunctions',
      'tagging:GetResources',
      'tagging:GetResources',
    ]);
  });

  it('keeps what it has, and never serves an error as an answer', async () => {
    const { server, collect, stores } = await portal();
    await collect();
    aws.fail('lambda:ListFunctions', 'TooManyRequestsException', 429);
    await stores
      .knex('collection_targets')
      .update({ next_due_at: '2026-01-01T00:00:00.000Z' });
    await collect();
    const { body } = await request(server).get(`${ENTITY}/endpoints`);
    expect(body.items).toHaveLength(1);
    expect(body.collections).toMatchObject([
      { error: { kind: 'throttled', operation: 'lambda:ListFunctions' } },
    ]);

    const read = jest
      .spyOn(stores.knex.client, 'query')
      .mockRejectedValue(new Error('the database is away'));
    const broken = await request(server).get(`${ENTITY}/endpoints`);
    expect(broken.status).toBe(500);
    read.mockRestore();
    const again = await request(server).get(`${ENTITY}/endpoints`);
    expect(again.status).toBe(200);
    expect(again.body.items).toHaveLength(1);
  });

  it('looks for due targets by one local task, however many accounts there are', async () => {
    const { task } = await startPortal({
      mlinfra: {
        accounts: Array.from({ length: 100 }, (_, index) => ({
          accountId: String(100_000_000_000 + index),
          regions: ['eu-central-1', 'us-east-1', 'eu-west-1'],
        })),
      },
    });
    expect(task()).toMatchObject({ id: 'collect', scope: 'local' });
  });

  it('describes its API', async () => {
    const { server } = await portal();
    const { body } = await request(server).get('/api/mlinfra/openapi.json');
    expect(Object.keys(body.paths)).toEqual([
      '/api/mlinfra/v1/entities/{kind}/{namespace}/{name}/runs',
      '/api/mlinfra/v1/runs',
      '/api/mlinfra/v1/runs/{id}',
      '/api/mlinfra/v1/runs/{id}/events',
      '/api/mlinfra/v1/runs/{id}/logs',
      '/api/mlinfra/v1/runs/{id}/stop',
      '/api/mlinfra/v1/runs/{id}/redrive',
      '/api/mlinfra/v1/entities/{kind}/{namespace}/{name}/metrics',
      '/api/mlinfra/v1/endpoints/{key}',
      '/api/mlinfra/v1/endpoints/{key}/metrics',
      '/api/mlinfra/v1/endpoints/{key}/try',
      '/api/mlinfra/v1/entities/{kind}/{namespace}/{name}/summary',
      '/api/mlinfra/v1/entities/{kind}/{namespace}/{name}/endpoints',
      '/api/mlinfra/v1/entities/{kind}/{namespace}/{name}/budgets',
      '/api/mlinfra/v1/endpoints',
      '/api/mlinfra/v1/budgets',
      '/api/mlinfra/v1/accounts',
      '/api/mlinfra/v1/refresh',
    ]);
  });

  it('registers its permissions, and leaves the resource type to the catalog', async () => {
    const { server } = await portal();
    const { body } = await request(server).get(
      '/api/mlinfra/.well-known/backstage/permissions/metadata',
    );
    expect(body.permissions.map((each: { name: string }) => each.name)).toEqual(
      [
        'mlinfra.inventory.read',
        'mlinfra.cost.read',
        'mlinfra.refresh',
        'mlinfra.run.start',
        'mlinfra.run.stop',
        'mlinfra.endpoint.invoke',
        'mlinfra.account.read',
      ],
    );
    expect(body.rules).toEqual([]);
  });

  it('does not start with a configuration that cannot be used, and names the key', async () => {
    await expect(
      startPortal({ mlinfra: { accounts: [{ accountId: '1' }] } }),
    ).rejects.toThrow(/mlinfra\.accounts\[0\]\.accountId/);
  });
});
