import {
  storedEndpoint,
  storedModel,
} from '../../__testUtils__/storedEndpoint';
import { metricPlan } from './metricPlan';

const BALANCER =
  'arn:aws:elasticloadbalancing:eu-central-1:111111111111:loadbalancer/app/web/50dc6c495c0c9188';
const GROUP =
  'arn:aws:elasticloadbalancing:eu-central-1:111111111111:targetgroup/web/73e2d6bc24d8a067';

function asked(endpoint: ReturnType<typeof storedEndpoint>) {
  return metricPlan(endpoint).map(({ metric, unit, scale, queries }) => [
    metric,
    unit,
    scale,
    ...queries.map(
      ({ namespace, name, stat, dimensions }) =>
        `${namespace} ${name} ${stat} ${Object.values(dimensions).join(' ')}`,
    ),
  ]);
}

describe('what CloudWatch is asked', () => {
  it('of a REST API is by name and stage', () => {
    expect(asked(storedEndpoint())).toEqual([
      ['invocations', 'count', 1, 'AWS/ApiGateway Count Sum speech-dev-api v1'],
      [
        'errors',
        'count',
        1,
        'AWS/ApiGateway 5XXError Sum speech-dev-api v1',
        'AWS/ApiGateway 4XXError Sum speech-dev-api v1',
      ],
      ['latency-p50', 'ms', 1, 'AWS/ApiGateway Latency p50 speech-dev-api v1'],
      ['latency-p95', 'ms', 1, 'AWS/ApiGateway Latency p95 speech-dev-api v1'],
    ]);
  });

  it('of an HTTP API is by id and stage', () => {
    const plan = asked(
      storedEndpoint({
        kind: 'http-api',
        id: 'arn:aws:apigateway:eu-central-1::/apis/x1/stages/$default',
      }),
    );
    expect(plan[1]).toEqual([
      'errors',
      'count',
      1,
      'AWS/ApiGateway 5xx Sum x1 $default',
      'AWS/ApiGateway 4xx Sum x1 $default',
    ]);
  });

  it('of an API without a stage is nothing', () => {
    const id = 'arn:aws:apigateway:eu-central-1::/restapis/abc123';
    expect(metricPlan(storedEndpoint({ id }))).toEqual([]);
  });

  it('of a model is asked for each variant, in microseconds', () => {
    const [invocations, , p50] = asked(storedModel());
    expect(invocations).toEqual([
      'invocations',
      'count',
      1,
      'AWS/SageMaker Invocations Sum churn-dev all',
      'AWS/SageMaker Invocations Sum churn-dev next',
    ]);
    expect(p50.slice(0, 3)).toEqual(['latency-p50', 'ms', 0.001]);
  });

  const service = {
    name: 'web',
    arn: 'arn:aws:ecs:eu-central-1:111111111111:service/main/web',
    cluster: 'main',
    status: 'live' as const,
    statusReason: 'All run.',
    desired: 1,
    running: 1,
    pending: 0,
    deployments: [],
    stoppedTasks: [],
    targetGroups: [],
  };

  it('of a service behind a load balancer is by both, in seconds', () => {
    const targetGroups = [
      {
        name: 'web',
        arn: GROUP,
        loadBalancer: BALANCER,
        targets: {},
        reasons: [],
      },
    ];
    const plan = asked(
      storedEndpoint({
        kind: 'ecs-service',
        services: [{ ...service, targetGroups }],
      }),
    );
    const both = 'app/web/50dc6c495c0c9188 targetgroup/web/73e2d6bc24d8a067';
    expect(plan).toEqual([
      [
        'invocations',
        'count',
        1,
        `AWS/ApplicationELB RequestCount Sum ${both}`,
      ],
      [
        'errors',
        'count',
        1,
        `AWS/ApplicationELB HTTPCode_Target_5XX_Count Sum ${both}`,
        'AWS/ApplicationELB HTTPCode_ELB_5XX_Count Sum app/web/50dc6c495c0c9188',
      ],
      [
        'latency-p50',
        'ms',
        1_000,
        `AWS/ApplicationELB TargetResponseTime p50 ${both}`,
      ],
      [
        'latency-p95',
        'ms',
        1_000,
        `AWS/ApplicationELB TargetResponseTime p95 ${both}`,
      ],
    ]);
  });

  it('of a service without one is how busy it is', () => {
    const plan = asked(
      storedEndpoint({ kind: 'ecs-service', services: [service] }),
    );
    expect(plan).toEqual([
      ['cpu', 'percent', 1, 'AWS/ECS CPUUtilization Average main web'],
      ['memory', 'percent', 1, 'AWS/ECS MemoryUtilization Average main web'],
    ]);
  });
});
