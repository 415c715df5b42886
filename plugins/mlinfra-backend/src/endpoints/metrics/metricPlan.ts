import type {
  EndpointMetricId,
  EndpointService,
  MetricSeries,
} from '@mlinfra/plugin-mlinfra-common';
import type { MetricQuery } from '../../aws/MetricReader';
import type { StoredEndpoint } from '../../collectors/buildEndpoint';
import { apiStage } from '../apiStage';

/** How one line of a chart is made. */
export interface PlannedSeries {
  metric: EndpointMetricId;
  unit: MetricSeries['unit'];
  queries: MetricQuery[];
  /** What becomes of several values of one period. */
  combine: 'sum' | 'max';
  /** From AWS's unit to that of the series. */
  scale: number;
}

type Dimensions = Record<string, string>;

const SECONDS_TO_MS = 1_000;
const MICROSECONDS_TO_MS = 0.001;

/** What CloudWatch is asked about an endpoint; nothing where AWS measures nothing of its kind. */
export function metricPlan(endpoint: StoredEndpoint): PlannedSeries[] {
  switch (endpoint.kind) {
    case 'rest-api':
    case 'http-api':
      return apiPlan(endpoint);
    case 'ecs-service':
      return endpoint.services.flatMap(servicePlan);
    case 'sagemaker-endpoint':
      return modelPlan(endpoint);
    default:
      return [];
  }
}

function apiPlan(endpoint: StoredEndpoint): PlannedSeries[] {
  const { kind, name } = endpoint;
  const at = apiStage(endpoint.id);
  if (!at?.stage) {
    return [];
  }
  const rest = kind === 'rest-api';
  const dimensions: Dimensions = rest
    ? { ApiName: name, Stage: at.stage }
    : { ApiId: at.apiId, Stage: at.stage };
  const errors = rest ? ['5XXError', '4XXError'] : ['5xx', '4xx'];
  return requestPlan(
    'AWS/ApiGateway',
    [dimensions],
    { count: 'Count', errors, latency: 'Latency' },
    1,
  );
}

function modelPlan({ name, model }: StoredEndpoint): PlannedSeries[] {
  const variants = (model?.variants ?? []).map(variant => ({
    EndpointName: name,
    VariantName: variant.name,
  }));
  return variants.length === 0
    ? []
    : requestPlan(
        'AWS/SageMaker',
        variants,
        {
          count: 'Invocations',
          errors: ['Invocation5XXErrors', 'Invocation4XXErrors'],
          latency: 'ModelLatency',
        },
        MICROSECONDS_TO_MS,
      );
}

function servicePlan({
  name,
  cluster,
  targetGroups,
}: EndpointService): PlannedSeries[] {
  const balanced = targetGroups.flatMap(({ arn, loadBalancer }) => {
    const balancer = /:loadbalancer\/(app\/.+)$/.exec(loadBalancer ?? '')?.[1];
    const group = /:(targetgroup\/.+)$/.exec(arn)?.[1];
    return balancer && group
      ? [{ LoadBalancer: balancer, TargetGroup: group }]
      : [];
  });
  if (balanced.length > 0) {
    return requestPlan(
      'AWS/ApplicationELB',
      balanced,
      {
        count: 'RequestCount',
        errors: ['HTTPCode_Target_5XX_Count'],
        latency: 'TargetResponseTime',
        // Answers of the balancer itself, which no target group has.
        more: balanced
          .map(({ LoadBalancer }) => ({ LoadBalancer }))
          .filter(
            ({ LoadBalancer }, index, all) =>
              all.findIndex(each => each.LoadBalancer === LoadBalancer) ===
              index,
          )
          .map(dimensions => ({ name: 'HTTPCode_ELB_5XX_Count', dimensions })),
      },
      SECONDS_TO_MS,
    );
  }
  const dimensions = { ClusterName: cluster, ServiceName: name };
  return [
    utilisation('cpu', 'CPUUtilization', dimensions),
    utilisation('memory', 'MemoryUtilization', dimensions),
  ];
}

function requestPlan(
  namespace: string,
  dimensions: Dimensions[],
  names: {
    count: string;
    errors: string[];
    latency: string;
    more?: { name: string; dimensions: Dimensions }[];
  },
  scale: number,
): PlannedSeries[] {
  const queries = (name: string, stat: string): MetricQuery[] =>
    dimensions.map(each => ({ namespace, name, dimensions: each, stat }));
  const latency = (stat: 'p50' | 'p95'): PlannedSeries => ({
    metric: `latency-${stat}`,
    unit: 'ms',
    queries: queries(names.latency, stat),
    // Percentiles cannot be added; the slowest part is what a caller may meet.
    combine: 'max',
    scale,
  });
  return [
    {
      metric: 'invocations',
      unit: 'count',
      queries: queries(names.count, 'Sum'),
      combine: 'sum',
      scale: 1,
    },
    {
      metric: 'errors',
      unit: 'count',
      queries: [
        ...names.errors.flatMap(name => queries(name, 'Sum')),
        ...(names.more ?? []).map(each => ({
          ...each,
          namespace,
          stat: 'Sum',
        })),
      ],
      combine: 'sum',
      scale: 1,
    },
    latency('p50'),
    latency('p95'),
  ];
}

function utilisation(
  metric: 'cpu' | 'memory',
  name: string,
  dimensions: Dimensions,
): PlannedSeries {
  return {
    metric,
    unit: 'percent',
    queries: [{ namespace: 'AWS/ECS', name, dimensions, stat: 'Average' }],
    combine: 'max',
    scale: 1,
  };
}
