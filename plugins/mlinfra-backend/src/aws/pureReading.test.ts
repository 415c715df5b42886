import { endpointAuth } from './endpointAuth';
import { entityTagValues } from './entityTagValues';
import { httpRoutes } from './httpRoutes';
import { functionOf, lambdaArn } from './lambdaArn';
import { readAllPages } from './readAllPages';

const ARN = 'arn:aws:lambda:eu-central-1:111111111111:function:team-predict_1';
const REF = 'component:default/speech';

describe('lambdaArn', () => {
  it.each([
    [
      `arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/${ARN}/invocations`,
      ARN,
    ],
    [
      `arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/${ARN}:live/invocations`,
      `${ARN}:live`,
    ],
    [ARN, ARN],
    [`${ARN}:7`, `${ARN}:7`],
    [`${ARN}:$LATEST`, ARN],
    [`${ARN}:\${stageVariables.alias}/invocations`, ARN],
    [
      'arn:aws-cn:lambda:cn-north-1:111111111111:function:f',
      'arn:aws-cn:lambda:cn-north-1:111111111111:function:f',
    ],
    [
      'arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:111111111111:function:${stageVariables.f}/invocations',
      undefined,
    ],
    ['https://example.com/predict', undefined],
    [undefined, undefined],
  ])('of %s is %s', (uri, arn) => {
    expect(lambdaArn(uri)).toBe(arn);
  });
});

describe('functionOf', () => {
  it.each([
    [ARN, undefined],
    [`${ARN}:live`, 'live'],
    [`${ARN}:7`, '7'],
  ])('%s is called by %s', (arn, qualifier) => {
    expect(functionOf(arn)).toEqual({
      arn: ARN,
      name: 'team-predict_1',
      qualifier,
    });
  });
});

describe('endpointAuth', () => {
  it.each([
    ['NONE', false, 'none'],
    ['NONE', true, 'api-key'],
    [undefined, undefined, 'none'],
    ['AWS_IAM', true, 'iam'],
    ['JWT', false, 'jwt'],
    ['COGNITO_USER_POOLS', false, 'jwt'],
    ['CUSTOM', false, 'unknown'],
    ['SOMETHING_NEW', false, 'unknown'],
  ])('%s with key %s is %s', (type, key, auth) => {
    expect(endpointAuth(type, key)).toBe(auth);
  });
});

describe('httpRoutes', () => {
  it('joins routes with their integrations', () => {
    const routes = httpRoutes(
      [
        {
          RouteKey: 'POST /predict',
          Target: 'integrations/i1',
          AuthorizationType: 'JWT',
        },
        { RouteKey: '$default', Target: 'integrations/gone' },
      ],
      [{ IntegrationId: 'i1', IntegrationUri: ARN }],
    );
    expect(routes).toEqual([
      { method: 'POST', path: '/predict', auth: 'jwt', functionArn: ARN },
      { method: 'ANY', path: '$default', auth: 'none', functionArn: undefined },
    ]);
  });
});

describe('httpRoutes into a network', () => {
  it('name what the link leads to, and the link', () => {
    const routes = httpRoutes(
      [{ RouteKey: 'POST /predict', Target: 'integrations/i1' }],
      [
        {
          IntegrationId: 'i1',
          IntegrationUri: 'arn:aws:servicediscovery:r:1:service/srv-1',
          ConnectionType: 'VPC_LINK',
          ConnectionId: 'l1',
        },
      ],
    );
    expect(routes).toMatchObject([
      {
        privateTarget: 'arn:aws:servicediscovery:r:1:service/srv-1',
        link: { id: 'l1', generation: 'v2' },
      },
    ]);
  });
});

describe('entityTagValues', () => {
  const tag = 'backstage.io/entity-ref';
  it.each([
    [
      'cost filters',
      { CostFilters: { TagKeyValue: [`user:${tag}$${REF}`, 'user:other$x'] } },
      [REF],
    ],
    [
      'a value with a dollar sign',
      { CostFilters: { TagKeyValue: [`user:${tag}$a$b`] } },
      ['a$b'],
    ],
    [
      'an expression',
      { FilterExpression: { Tags: { Key: tag, Values: [REF] } } },
      [REF],
    ],
    [
      'a user-prefixed key',
      { FilterExpression: { Tags: { Key: `user:${tag}`, Values: [REF] } } },
      [REF],
    ],
    [
      'a nested expression',
      {
        FilterExpression: {
          And: [
            { Dimensions: { Key: 'SERVICE' as const, Values: ['x'] } },
            { Tags: { Key: tag, Values: [REF] } },
          ],
        },
      },
      [REF],
    ],
    [
      'both forms of one filter',
      {
        CostFilters: { TagKeyValue: [`user:${tag}$${REF}`] },
        FilterExpression: { Tags: { Key: tag, Values: [REF] } },
      },
      [REF],
    ],
    [
      'a negated expression',
      { FilterExpression: { Not: { Tags: { Key: tag, Values: [REF] } } } },
      [],
    ],
    [
      'an absence',
      {
        FilterExpression: {
          Tags: { Key: tag, MatchOptions: ['ABSENT' as const] },
        },
      },
      [],
    ],
    [
      'another tag',
      { FilterExpression: { Tags: { Key: 'team', Values: [REF] } } },
      [],
    ],
    ['no filter', {}, []],
  ])('of %s', (_name, budget, values) => {
    expect(entityTagValues(budget)).toEqual(values);
  });
});

describe('readAllPages', () => {
  it('follows tokens, and takes an empty one for the end', async () => {
    const tokens: (string | undefined)[] = [];
    const all = await readAllPages<number>(async token => {
      tokens.push(token);
      return token ? { items: [2], next: '' } : { items: [1], next: 'second' };
    });
    expect(all).toEqual([1, 2]);
    expect(tokens).toEqual([undefined, 'second']);
  });

  it('fails instead of asking for ever when AWS repeats a token', async () => {
    await expect(
      readAllPages(async () => ({ items: [1], next: 'same' })),
    ).rejects.toThrow('same page token twice');
  });
});
