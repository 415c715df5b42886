import type {
  EndpointMetrics,
  MetricSeries,
} from '@mlinfra/plugin-mlinfra-common';
import {
  errorRateOf,
  latestOf,
  seriesOf,
  totalOf,
} from '../../data/metricSummary';
import { formatMetricValue, formatRate } from '../../format/metricValue';
import type { Messages } from '../../translation/useMessages';

/** A small chart with the figure that sums it up. */
export interface MetricTile {
  name: string;
  figure: string;
  more?: string;
  series: MetricSeries[];
}

/** What was measured of an endpoint, as far as there is something; capacity only where no requests are measured. */
export function metricTiles(
  metrics: EndpointMetrics,
  t: Messages,
): MetricTile[] {
  const invocations = seriesOf(metrics, 'invocations');
  const tiles = [
    invocations && {
      name: t('endpoints.metrics.requests'),
      figure: formatMetricValue(totalOf(invocations), 'count'),
      series: [invocations],
    },
    errorTile(metrics, t),
    latencyTile(metrics, t),
    ...(invocations ? [] : capacityTiles(metrics, t)),
  ];
  return tiles.filter(tile => tile !== undefined);
}

function errorTile(
  metrics: EndpointMetrics,
  t: Messages,
): MetricTile | undefined {
  const errors = seriesOf(metrics, 'errors');
  if (!errors) {
    return undefined;
  }
  const count = formatMetricValue(totalOf(errors), 'count');
  const rate = errorRateOf(metrics);
  return {
    name: t('endpoints.metrics.errors'),
    figure:
      rate === undefined
        ? count
        : t('endpoints.metrics.errorRate', {
            number: count,
            rate: formatRate(rate),
          }),
    series: [errors],
  };
}

function latencyTile(
  metrics: EndpointMetrics,
  t: Messages,
): MetricTile | undefined {
  const high = seriesOf(metrics, 'latency-p95');
  const median = seriesOf(metrics, 'latency-p50');
  const shown = high && latestOf(high);
  if (!high || shown === undefined) {
    return undefined;
  }
  const middle = median && latestOf(median);
  return {
    name: t('endpoints.metrics.latency'),
    figure: formatMetricValue(shown, high.unit),
    more:
      middle === undefined
        ? undefined
        : t('endpoints.metrics.median', {
            value: formatMetricValue(middle, high.unit),
          }),
    series: median ? [high, median] : [high],
  };
}

function capacityTiles(metrics: EndpointMetrics, t: Messages): MetricTile[] {
  return (['cpu', 'memory'] as const).flatMap(metric => {
    const series = seriesOf(metrics, metric);
    const latest = series && latestOf(series);
    return series && latest !== undefined
      ? {
          name: t(`endpoints.metrics.${metric}`),
          figure: formatMetricValue(latest, series.unit),
          series: [series],
        }
      : [];
  });
}
