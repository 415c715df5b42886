import type { MetricReader } from '../../aws/MetricReader';
import type { StoredEndpoint } from '../../collectors/buildEndpoint';
import type { MlinfraConfig } from '../../config/MlinfraConfig';
import { actionCall } from '../../runs/actions/actionCall';
import { buildSeries } from './buildSeries';
import { knownSince } from './knownSince';
import type { ReadMetrics } from './MetricsCache';
import { metricPlan } from './metricPlan';
import type { MetricWindow } from './metricWindow';

/** Metrics of endpoints in one account and region, in their order, asked for at once. */
export async function readTargetMetrics(
  {
    config,
    metrics,
    now = Date.now,
  }: {
    config: Pick<MlinfraConfig, 'accounts'>;
    metrics: Pick<MetricReader, 'values'>;
    now?: () => number;
  },
  endpoints: StoredEndpoint[],
  window: MetricWindow,
): Promise<ReadMetrics[]> {
  const plans = endpoints.map(metricPlan);
  const queries = plans.flat().flatMap(plan => plan.queries);
  const answers =
    queries.length === 0
      ? []
      : await metrics.values(
          actionCall(config, endpoints[0], 'No metrics were read'),
          queries,
          window,
        );
  const readAt = now();
  let position = 0;
  return endpoints.map((endpoint, index) => {
    const planned = plans[index].map(plan => {
      const found = answers.slice(position, position + plan.queries.length);
      position += plan.queries.length;
      return { plan, found };
    });
    const since = knownSince(
      endpoint,
      planned.flatMap(({ found }) => found),
    );
    return {
      readAt,
      series: planned.map(({ plan, found }) =>
        buildSeries(plan, found, window, { since, readAt }),
      ),
    };
  });
}
