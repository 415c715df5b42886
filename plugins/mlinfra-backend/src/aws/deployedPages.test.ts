import { mockServices } from '@backstage/backend-test-utils';
import { AwsStandIn } from '../__testUtils__/AwsStandIn';
import { isolateAwsEnvironment } from '../__testUtils__/awsEnvironment';
import { standInAccounts } from '../__testUtils__/standInAccounts';
import { xmlAnswer } from '../__testUtils__/xmlAnswer';
import type { AwsCall } from './AwsCaller';
import { connectAws } from './connectAws';

const ACCOUNT = '111111111111';
const CLUSTER = `arn:aws:ecs:eu-central-1:${ACCOUNT}:cluster/web`;
const BALANCER = `arn:aws:elasticloadbalancing:eu-central-1:${ACCOUNT}:loadbalancer/app/web/1`;
const FIVE = [1, 2, 3, 4, 5];
const PAGE = 2;

/** The real SDK against a local stand-in for AWS. */
describe('lists of what is deployed', () => {
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

  /** Five items, two at a time. */
  function pages<Item>(items: (index: number) => Item, token: unknown) {
    const start = Number(token ?? 0);
    const next = start + PAGE;
    return {
      page: FIVE.slice(start, next).map(items),
      next: next < FIVE.length ? String(next) : undefined,
    };
  }

  it('are read to their last page', async () => {
    aws.on('apigateway:GetVpcLinks', ({ query }) => {
      const { page, next } = pages(
        index => ({
          id: `l${index}`,
          status: 'AVAILABLE',
          targetArns: [BALANCER],
        }),
        query.get('position'),
      );
      return { body: { item: page, position: next } };
    });
    aws.on('apigatewayv2:GetVpcLinks', ({ query }) => {
      const { page, next } = pages(
        index => ({ vpcLinkId: `h${index}`, vpcLinkStatus: 'INACTIVE' }),
        query.get('nextToken'),
      );
      return { body: { items: page, nextToken: next } };
    });
    aws.on('ecs:ListTasks', ({ body }) => {
      const { page, next } = pages(
        index => `arn:aws:ecs:r:1:task/web/t${index}`,
        body.nextToken,
      );
      return { body: { taskArns: page, nextToken: next } };
    });
    aws.on('ecs:DescribeTasks', ({ body }) => ({
      body: {
        tasks: (body.tasks as string[]).map((taskArn, index) => ({
          taskArn,
          group: 'service:web',
          stoppedAt: index,
          containers: [],
        })),
      },
    }));
    aws.on('sagemaker:ListEndpoints', ({ body }) => {
      const { page, next } = pages(
        index => ({ EndpointArn: `e${index}`, EndpointName: `e${index}` }),
        body.NextToken,
      );
      return { body: { Endpoints: page, NextToken: next } };
    });
    aws.on('cloudwatch:DescribeAlarms', ({ body }) => {
      const { page, next } = pages(
        index => ({ AlarmArn: `a${index}`, StateValue: 'OK' }),
        body.NextToken,
      );
      const [metric, ...composite] = page;
      return {
        body: {
          MetricAlarms: [metric],
          CompositeAlarms: composite,
          NextToken: next,
        },
      };
    });
    const xml = (
      operation: string,
      field: string,
      item: (index: number) => object,
      marker = 'NextMarker',
      itemNames: Record<string, string> = {},
    ) =>
      aws.on(operation, ({ body }) => {
        const { page, next } = pages(item, body.Marker);
        return {
          body: xmlAnswer(
            operation.split(':')[1],
            { [field]: page, [marker]: next },
            itemNames,
          ),
        };
      });
    xml(
      'elasticloadbalancing:DescribeLoadBalancers',
      'LoadBalancers',
      index => ({
        LoadBalancerArn: `b${index}`,
      }),
    );
    xml('elasticloadbalancing:DescribeTargetGroups', 'TargetGroups', index => ({
      TargetGroupArn: `g${index}`,
      LoadBalancerArns: [BALANCER],
    }));
    xml('elasticloadbalancing:DescribeListeners', 'Listeners', index => ({
      ListenerArn: `l${index}`,
    }));
    xml(
      'rds:DescribeDBInstances',
      'DBInstances',
      index => ({ DBInstanceArn: `d${index}` }),
      'Marker',
      { DBInstances: 'DBInstance' },
    );

    const found = {
      firstLinks: await inventory.vpcLinks(call, 'v1'),
      secondLinks: await inventory.vpcLinks(call, 'v2'),
      tasks: await inventory.stoppedTasks(call, {
        clusterArn: CLUSTER,
        name: 'web',
      }),
      models: await inventory.models(call),
      alarms: await inventory.alarms(call),
      balancers: await inventory.loadBalancers(call),
      groups: await inventory.targetGroups(call),
      listeners: (await inventory.listeners(call, BALANCER)) ?? [],
      instances: await inventory.instances(call),
    };
    for (const [list, items] of Object.entries(found)) {
      expect([list, items.length]).toEqual([list, 5]);
    }
    expect(found.firstLinks[4]).toMatchObject({
      id: 'l5',
      state: 'AVAILABLE',
      targetArns: [BALANCER],
    });
    expect(found.secondLinks[4]).toMatchObject({ id: 'h5', state: 'INACTIVE' });
    expect(found.tasks[0].id).toBe('t5');
    expect(found.groups[0].loadBalancerArns).toEqual([BALANCER]);
    for (const operation of [
      'apigateway:GetVpcLinks',
      'apigatewayv2:GetVpcLinks',
      'ecs:ListTasks',
      'sagemaker:ListEndpoints',
      'cloudwatch:DescribeAlarms',
      'elasticloadbalancing:DescribeLoadBalancers',
      'elasticloadbalancing:DescribeTargetGroups',
      'elasticloadbalancing:DescribeListeners',
      'rds:DescribeDBInstances',
    ]) {
      expect([operation, aws.count(operation)]).toEqual([operation, 3]);
    }
  });
});
