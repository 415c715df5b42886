import type {
  EndpointMetricId,
  EndpointMetrics,
  MetricSeries,
} from '@mlinfra/plugin-mlinfra-common';

/** A metric's line, where it was measured at all. */
export function seriesOf(
  metrics: EndpointMetrics,
  metric: EndpointMetricId,
): MetricSeries | undefined {
  const found = metrics.series.find(each => each.metric === metric);
  return found?.values.some(value => value !== null) ? found : undefined;
}

/** All values together. */
export function totalOf({ values }: MetricSeries): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** The last value that was measured. */
export function latestOf({ values }: MetricSeries): number | undefined {
  return values.filter(value => value !== null).at(-1);
}

/** The highest value. */
export function highestOf({ values }: MetricSeries): number {
  return values.reduce<number>(
    (highest, value) => Math.max(highest, value ?? 0),
    0,
  );
}

/** The share of requests that failed; undefined where there were none. */
export function errorRateOf(metrics: EndpointMetrics): number | undefined {
  const errors = seriesOf(metrics, 'errors');
  const invocations = seriesOf(metrics, 'invocations');
  const total = invocations ? totalOf(invocations) : 0;
  return errors && total > 0 ? totalOf(errors) / total : undefined;
}
