import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { AwsStandIn } from '../__testUtils__/AwsStandIn';
import { isolateAwsEnvironment } from '../__testUtils__/awsEnvironment';
import { standInAccounts } from '../__testUtils__/standInAccounts';
import { standInRegion } from '../__testUtils__/standInRegion';
import type { AwsCall } from './AwsCaller';
import { connectAws } from './connectAws';

const MAIN = '111111111111';
const ROLE = '222222222222';

/** The real SDK against a local stand-in for AWS. */
describe('AWS calls', () => {
  isolateAwsEnvironment();
  let aws: AwsStandIn;

  beforeEach(async () => {
    aws = new AwsStandIn();
    await aws.start();
    standInAccounts(aws, MAIN);
  });
  afterEach(() => aws.stop());

  function connect(options?: { aws?: JsonObject; maxAttempts?: number }) {
    return connectAws(
      mockServices.rootConfig({
        data: {
          aws: options?.aws ?? {
            mainAccount: { accessKeyId: 'AKIAMAIN', secretAccessKey: 'x' },
            accountDefaults: { roleName: 'portal' },
          },
        },
      }),
      {
        maxAttempts: options?.maxAttempts ?? 1,
        concurrency: 4,
        requestTimeoutMs: 300,
      },
      1,
    );
  }
  function call(accountId = ROLE, region = 'eu-central-1'): AwsCall {
    return { accountId, region, signal: new AbortController().signal };
  }

  it('assume a role once for ten calls in two regions', async () => {
    standInRegion(aws, {});
    const { inventory, identity } = connect();
    await identity.confirm(call());
    for (const region of ['eu-central-1', 'us-east-1']) {
      const there = call(ROLE, region);
      await inventory.taggedResources(there);
      await inventory.apis(there);
      await inventory.functions(there);
    }
    await identity.confirm(call());
    await inventory.functions(call());
    expect(aws.requests.length).toBeGreaterThanOrEqual(10);
    expect(aws.count('sts:AssumeRole')).toBe(1);
    expect(aws.count('sts:GetCallerIdentity')).toBe(1);
  });

  it('assume a role once for calls that start together', async () => {
    standInRegion(aws, {});
    const { inventory } = connect();
    await Promise.all(
      Array.from({ length: 5 }, () => inventory.functions(call())),
    );
    expect(aws.count('sts:AssumeRole')).toBe(1);
  });

  it('confirm an account once for collections that start together, and again after a failure', async () => {
    const { identity } = connect();
    aws.fail('sts:GetCallerIdentity', 'Throttling');
    await expect(identity.confirm(call())).rejects.toMatchObject({
      kind: 'throttled',
    });
    standInAccounts(aws, MAIN);
    await Promise.all(
      ['eu-central-1', 'us-east-1', 'eu-west-1'].map(region =>
        identity.confirm(call(ROLE, region)),
      ),
    );
    expect(aws.count('sts:GetCallerIdentity')).toBe(2);
  });

  it('keep the credentials of two accounts apart while both are read', async () => {
    standInRegion(aws, {});
    const { inventory } = connect();
    await Promise.all(
      ['222222222222', '333333333333'].flatMap(accountId =>
        Array.from({ length: 4 }, () => inventory.functions(call(accountId))),
      ),
    );
    const keys = aws.requests
      .filter(each => each.operation === 'lambda:ListFunctions')
      .map(each => each.accessKeyId)
      .sort();
    expect(keys).toEqual([
      ...Array(4).fill('ASIA222222222222'),
      ...Array(4).fill('ASIA333333333333'),
    ]);
  });

  it('refuse credentials of another account', async () => {
    standInAccounts(aws, '999999999999');
    const { identity } = connect({
      aws: {
        accounts: [
          { accountId: MAIN, accessKeyId: 'AKIAOTHER', secretAccessKey: 'x' },
        ],
      },
    });
    await expect(identity.confirm(call(MAIN))).rejects.toMatchObject({
      kind: 'wrong-account',
      message: expect.stringMatching(
        /111111111111 belong to account 999999999999/,
      ),
    });
  });

  it('read every page of every list', async () => {
    const five = [1, 2, 3, 4, 5];
    const arn = (index: number) =>
      `arn:aws:lambda:eu-central-1:${ROLE}:function:f${index}`;
    standInRegion(
      aws,
      {
        tagged: five.map(index => ({
          ResourceARN: arn(index),
          Tags: [
            { Key: 'backstage.io/entity-ref', Value: `component:c${index}` },
          ],
        })),
        restApis: five.map(index => ({
          id: `r${index}`,
          name: `rest ${index}`,
        })),
        restResources: {
          r1: five.map(index => ({
            id: `x${index}`,
            path: `/p${index}`,
            resourceMethods: { GET: { authorizationType: 'NONE' } },
          })),
        },
        httpApis: five.map(index => ({
          apiId: `h${index}`,
          name: `http ${index}`,
          protocolType: 'HTTP',
          apiEndpoint: `https://h${index}.execute-api.eu-central-1.amazonaws.com`,
        })),
        httpStages: { h1: five.map(index => ({ stageName: `s${index}` })) },
        httpRoutes: { h1: five.map(index => ({ routeKey: `GET /p${index}` })) },
        httpIntegrations: {
          h1: five.map(index => ({ integrationId: `i${index}` })),
        },
        functions: five.map(index => ({
          FunctionName: `f${index}`,
          FunctionArn: arn(index),
        })),
        budgets: five.map(index => ({
          BudgetName: `b${index}`,
          BudgetType: 'COST',
          TimeUnit: 'MONTHLY',
        })),
      },
      2,
    );
    const { inventory, budgets } = connect();
    expect((await inventory.taggedResources(call())).size).toBe(5);
    const apis = await inventory.apis(call());
    expect(apis.map(api => api.id).sort()).toEqual([
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'r1',
      'r2',
      'r3',
      'r4',
      'r5',
    ]);
    expect(await inventory.functions(call())).toHaveLength(5);
    expect(await budgets.budgets(call(ROLE, 'us-east-1'))).toHaveLength(5);
    const rest = apis.find(api => api.id === 'r1')!;
    expect((await inventory.apiDetails(call(), rest))?.routes).toHaveLength(5);
    const http = apis.find(api => api.id === 'h1')!;
    expect(await inventory.apiDetails(call(), http)).toMatchObject({
      stages: { length: 5 },
      routes: { length: 5 },
    });
    for (const operation of [
      'tagging:GetResources',
      'apigateway:GetRestApis',
      'apigateway:GetResources',
      'apigatewayv2:GetApis',
      'apigatewayv2:GetStages',
      'apigatewayv2:GetRoutes',
      'apigatewayv2:GetIntegrations',
      'lambda:ListFunctions',
      'budgets:DescribeBudgets',
    ]) {
      expect([operation, aws.count(operation)]).toEqual([operation, 3]);
    }
  });

  it.each([
    ['lambda:ListFunctions', 'AccessDeniedException', 403, 'access-denied'],
    ['lambda:ListFunctions', 'TooManyRequestsException', 429, 'throttled'],
    [
      'lambda:ListFunctions',
      'ExpiredTokenException',
      403,
      'expired-credentials',
    ],
    [
      'lambda:ListFunctions',
      'UnrecognizedClientException',
      403,
      'no-credentials',
    ],
    ['lambda:ListFunctions', 'ServiceException', 500, 'other'],
    ['sts:AssumeRole', 'AccessDenied', 403, 'access-denied'],
  ])('%s answering %s is %s %s', async (operation, code, status, kind) => {
    standInRegion(aws, {});
    aws.fail(operation, code, status);
    await expect(connect().inventory.functions(call())).rejects.toMatchObject({
      name: 'AwsCallError',
      kind,
      operation,
      message: expect.stringContaining(ROLE),
    });
  });

  it('obtain new credentials after AWS says that they have expired', async () => {
    standInRegion(aws, {});
    const { inventory } = connect();
    await inventory.functions(call());
    aws.fail('lambda:ListFunctions', 'ExpiredTokenException', 403);
    await expect(inventory.functions(call())).rejects.toThrow(/expired/);
    standInRegion(aws, {});
    await inventory.functions(call());
    expect(aws.count('sts:AssumeRole')).toBe(2);
  });

  it('try again when throttled', async () => {
    standInRegion(aws, {});
    let attempts = 0;
    aws.on('lambda:ListFunctions', () => {
      attempts += 1;
      return attempts === 1
        ? {
            status: 429,
            body: { message: 'slow down' },
            headers: { 'x-amzn-ErrorType': 'TooManyRequestsException' },
          }
        : { body: { Functions: [] } };
    });
    const { inventory } = connect({ maxAttempts: 2 });
    await expect(inventory.functions(call())).resolves.toEqual([]);
    expect(attempts).toBe(2);
  });

  it('give up on a server that does not answer', async () => {
    standInRegion(aws, {});
    aws.on('lambda:ListFunctions', () => new Promise(() => {}));
    const started = Date.now();
    await expect(connect().inventory.functions(call())).rejects.toMatchObject({
      kind: 'timeout',
    });
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('say when AWS cannot be reached', async () => {
    const { inventory } = connect({
      aws: {
        accounts: [
          { accountId: ROLE, accessKeyId: 'AKIAROLE', secretAccessKey: 'x' },
        ],
      },
    });
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:1';
    await expect(inventory.functions(call())).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('AWS_ENDPOINT_URL'),
    });
  });

  it('say when there are no credentials', async () => {
    await expect(
      connect({ aws: {} }).inventory.functions(call()),
    ).rejects.toMatchObject({
      kind: 'no-credentials',
      message: expect.stringContaining('"aws" section'),
    });
  });

  it('end when the collection is aborted', async () => {
    standInRegion(aws, {});
    aws.on('lambda:ListFunctions', () => new Promise(() => {}));
    const controller = new AbortController();
    const reading = connect().inventory.functions({
      ...call(),
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(new Error('shutting down')), 50);
    await expect(reading).rejects.toThrow('shutting down');
  });

  it('ask about the version behind an alias where one is called', async () => {
    standInRegion(aws, { functionStates: { f1: { State: 'Active' } } });
    const { inventory } = connect();
    await inventory.functionState(call(), 'f1');
    await inventory.functionState(call(), 'f1', 'live');
    const asked = aws.requests.filter(({ operation }) =>
      operation.startsWith('lambda:'),
    );
    expect(asked.map(({ query }) => query.get('Qualifier'))).toEqual([
      null,
      'live',
    ]);
  });

  it('tell of which generation the VPC link of a REST API is', async () => {
    standInRegion(aws, {});
    aws.on('apigateway:GetStages', () => ({ body: { item: [] } }));
    const link = { connectionType: 'VPC_LINK', connectionId: 'l1' };
    aws.on('apigateway:GetResources', () => ({
      body: {
        item: [
          {
            path: '/predict',
            resourceMethods: {
              POST: {
                methodIntegration: { ...link, integrationTarget: 'listener' },
              },
              GET: { methodIntegration: link },
              PUT: { methodIntegration: { uri: 'https://example.com' } },
            },
          },
        ],
      },
    }));
    const found = await connect().inventory.apiDetails(call(), {
      arn: 'a',
      kind: 'rest-api',
      id: 'r1',
      name: '',
      tags: {},
    });
    const routes = found?.routes.map(each => [each.method, each]);
    expect(Object.fromEntries(routes ?? [])).toMatchObject({
      POST: {
        privateTarget: 'listener',
        link: { id: 'l1', generation: 'v2' },
      },
      GET: { privateTarget: 'l1', link: { id: 'l1', generation: 'v1' } },
    });
    expect(found?.routes.find(({ method }) => method === 'PUT')?.link).toBe(
      undefined,
    );
  });

  it('take what was deleted after it was listed for gone', async () => {
    standInRegion(aws, { functionStates: {} });
    aws.fail('apigateway:GetStages', 'NotFoundException', 404);
    const { inventory } = connect();
    expect(await inventory.functionState(call(), 'f1')).toBeUndefined();
    const api = {
      arn: 'a',
      kind: 'rest-api' as const,
      id: 'r1',
      name: '',
      tags: {},
    };
    expect(await inventory.apiDetails(call(), api)).toBeUndefined();
  });
});
