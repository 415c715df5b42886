import type {
  CacheService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { MetricSeries } from '@mlinfra/plugin-mlinfra-common';

/** Metrics of one endpoint, and when CloudWatch was asked, in milliseconds. */
export interface ReadMetrics {
  series: MetricSeries[];
  readAt: number;
}

/** Answers that all replicas share. A cache that does not answer is as good as an empty one. */
export class MetricsCache {
  constructor(
    private readonly cache: CacheService,
    private readonly logger: LoggerService,
  ) {}

  async get(key: string): Promise<ReadMetrics | undefined> {
    try {
      const known = await this.cache.get<JsonObject>(key);
      return known as unknown as ReadMetrics | undefined;
    } catch (error) {
      this.warn('read', error);
      return undefined;
    }
  }

  async set(key: string, metrics: ReadMetrics, ttl: number): Promise<void> {
    try {
      const { readAt } = metrics;
      const series = metrics.series.map(each => ({ ...each }));
      await this.cache.set(key, { readAt, series }, { ttl });
    } catch (error) {
      this.warn('written', error);
    }
  }

  private warn(what: string, error: unknown): void {
    this.logger.warn(
      `The cache of metrics cannot be ${what}, so AWS is asked each time: ${stringifyError(
        error,
      )}. Check backend.cache in the app configuration.`,
    );
  }
}
