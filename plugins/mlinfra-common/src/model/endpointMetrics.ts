import type { CollectionError } from './collection';
import type { AccountId, Region, Timestamp } from './identifiers';
import type { AwsConnection } from './responses';

/** How far back metrics go, and how fine: 3 h by the minute, 24 h by five minutes, 7 days by the hour. @public */
export const METRIC_RANGES = ['3h', '24h', '7d'] as const;

/** How far back metrics go. @public */
export type MetricRange = (typeof METRIC_RANGES)[number];

/** What is measured of an endpoint. @public */
export type EndpointMetricId =
  | 'invocations'
  | 'errors'
  | 'latency-p50'
  | 'latency-p95'
  | 'cpu'
  | 'memory';

/** One line of a chart. @public */
export interface MetricSeries {
  metric: EndpointMetricId;
  /** `count` per period, milliseconds, or percent of what is reserved. */
  unit: 'count' | 'ms' | 'percent';
  /** In order of time, one for each period; null where nothing was measured. */
  values: Array<number | null>;
}

/** What was measured of one endpoint. @public */
export interface EndpointMetrics {
  /** `key` of the endpoint. */
  key: string;
  /** Empty where AWS measures nothing of its kind. */
  series: MetricSeries[];
}

/** Metrics that could not be had from one account and region. @public */
export interface MetricsFailure {
  accountId: AccountId;
  region: Region;
  error: CollectionError;
}

/** `GET /v1/entities/{kind}/{namespace}/{name}/metrics` and `GET /v1/endpoints/{key}/metrics` @public */
export interface EndpointMetricsResponse {
  aws: AwsConnection;
  range: MetricRange;
  /** Beginning of the first period. */
  from: Timestamp;
  periodSeconds: number;
  /** When these were read from CloudWatch, the oldest of them. */
  asOf: Timestamp;
  items: EndpointMetrics[];
  failures: MetricsFailure[];
}
