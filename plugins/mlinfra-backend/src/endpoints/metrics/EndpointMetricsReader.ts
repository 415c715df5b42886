import { createHash } from 'node:crypto';
import type {
  CacheService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  EndpointMetrics,
  EndpointMetricsResponse,
  MetricRange,
  MetricsFailure,
} from '@mlinfra/plugin-mlinfra-common';
import type { MetricReader } from '../../aws/MetricReader';
import type { StoredEndpoint } from '../../collectors/buildEndpoint';
import type { MlinfraConfig } from '../../config/MlinfraConfig';
import { MetricsCache, type ReadMetrics } from './MetricsCache';
import { metricPlan } from './metricPlan';
import { metricsFailure } from './metricsFailure';
import { type MetricWindow, metricWindow } from './metricWindow';
import { readTargetMetrics } from './readTargetMetrics';

/** Metrics of any number of endpoints: what is not known yet is asked for with one call per account and region. */
export class EndpointMetricsReader {
  private readonly cache: MetricsCache;
  /** What is being read at this moment, by key of the cache. */
  private readonly reading = new Map<string, Promise<ReadMetrics>>();

  constructor(
    private readonly options: {
      config: Pick<MlinfraConfig, 'accounts'>;
      metrics: Pick<MetricReader, 'values'>;
      cache: CacheService;
      logger: LoggerService;
      now?: () => number;
    },
  ) {
    this.cache = new MetricsCache(options.cache, options.logger);
  }

  async read(
    endpoints: StoredEndpoint[],
    range: MetricRange,
  ): Promise<Omit<EndpointMetricsResponse, 'aws'>> {
    const { now = Date.now } = this.options;
    const window = metricWindow(range, now());
    const wanted = endpoints.map(endpoint => ({
      endpoint,
      key: cacheKey(endpoint, range, window),
    }));
    const cached = await Promise.all(
      wanted.map(({ key }) => this.cache.get(key)),
    );
    this.startReading(
      wanted.filter(
        ({ key }, index) => !cached[index] && !this.reading.has(key),
      ),
      window,
    );
    const answers = await Promise.allSettled(
      wanted.map(({ key }, index) => cached[index] ?? this.reading.get(key)),
    );

    const items: EndpointMetrics[] = [];
    const failures = new Map<string, MetricsFailure>();
    const readAt = [now()];
    answers.forEach((answer, index) => {
      const { endpoint } = wanted[index];
      if (answer.status === 'fulfilled' && answer.value) {
        items.push({ key: endpoint.key, series: answer.value.series });
        readAt.push(answer.value.readAt);
      } else if (answer.status === 'rejected') {
        const { accountId, region } = endpoint;
        failures.set(
          `${accountId} ${region}`,
          metricsFailure(answer.reason, { accountId, region }, now()),
        );
      }
    });
    return {
      range,
      from: window.from,
      periodSeconds: window.periodSeconds,
      asOf: new Date(Math.min(...readAt)).toISOString(),
      items,
      failures: [...failures.values()],
    };
  }

  /** Enters synchronously what will be there, so that nobody asks for it a second time. */
  private startReading(
    wanted: { endpoint: StoredEndpoint; key: string }[],
    window: MetricWindow,
  ): void {
    const targets = new Map<string, typeof wanted>();
    for (const each of wanted) {
      const target = `${each.endpoint.accountId} ${each.endpoint.region}`;
      targets.set(target, [...(targets.get(target) ?? []), each]);
    }
    for (const together of targets.values()) {
      const all = readTargetMetrics(
        this.options,
        together.map(({ endpoint }) => endpoint),
        window,
      );
      together.forEach(({ key }, index) => {
        const one = all
          .then(async found => {
            await this.cache.set(key, found[index], window.keptMs);
            return found[index];
          })
          .finally(() => this.reading.delete(key));
        // Who asked may have gone, as another of his endpoints failed first.
        one.catch(() => undefined);
        this.reading.set(key, one);
      });
    }
  }
}

/** Also of what is asked about the endpoint, which changes with its parts. */
function cacheKey(
  endpoint: StoredEndpoint,
  range: MetricRange,
  { from }: MetricWindow,
): string {
  const plan = createHash('sha256')
    .update(JSON.stringify([metricPlan(endpoint), from]))
    .digest('base64url')
    .slice(0, 22);
  return `metrics:${range}:${endpoint.key}:${plan}`;
}
