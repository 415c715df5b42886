import { Skeleton } from '@backstage/ui';
import type {
  Endpoint,
  EndpointMetricsResponse,
} from '@mlinfra/plugin-mlinfra-common';
import type { Latest } from '../../data/useLatest';
import { useMessages } from '../../translation/useMessages';
import { MutedText } from '../MutedText/MutedText';
import { metricTiles } from './metricTiles';
import { Sparkline } from './Sparkline';
import styles from './Sparkline.module.css';

/** Metrics of all endpoints of a list, or the wait for them. */
export type ListMetrics = Latest<EndpointMetricsResponse | undefined>;

interface EndpointSparklinesProps {
  endpoint: Endpoint;
  metrics: ListMetrics;
}

/** How an endpoint has done lately; says little where that is not known. */
export function EndpointSparklines(props: EndpointSparklinesProps) {
  const { endpoint, metrics } = props;
  const t = useMessages();
  const { data, error } = metrics;
  if (!data) {
    // The list says once that metrics cannot be had.
    return error ? null : <Skeleton width="100%" height={62} aria-hidden />;
  }
  const own = data.items.find(({ key }) => key === endpoint.key);
  const failure = data.failures.find(
    ({ accountId, region }) =>
      accountId === endpoint.accountId && region === endpoint.region,
  );
  const tiles = own ? metricTiles(own, t) : [];
  if (tiles.length === 0) {
    return (
      <MutedText as="p">
        {failure
          ? t('endpoints.metrics.failed', { message: failure.error.message })
          : t('endpoints.metrics.none')}
      </MutedText>
    );
  }
  return (
    <dl
      className={styles.tiles}
      aria-label={t('endpoints.metrics.label', { name: endpoint.name })}
    >
      {tiles.map(({ name, figure, more, series }) => (
        <div key={name} className={styles.tile}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>
            <span className={styles.figure}>{figure}</span>{' '}
            {more && <span className={styles.more}>{more}</span>}
            <Sparkline series={series} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
