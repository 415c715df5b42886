import { Alert, Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import type {
  EndpointMetricId,
  EndpointMetricsResponse,
  MetricSeries,
} from '@mlinfra/plugin-mlinfra-common';
import { useEndpointMetrics } from '../../data/useEndpointMetrics';
import { formatAge } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { LoadError } from '../LoadError/LoadError';
import { MutedText } from '../MutedText/MutedText';
import { TimeChart } from '../TimeChart/TimeChart';
import styles from './EndpointPage.module.css';
import { RangeSwitch } from './RangeSwitch';
import { useRange } from './useRange';

/** What stands in one chart: lines of one unit that are compared. */
const CHARTS = [
  { id: 'invocations', metrics: ['invocations'] },
  { id: 'errors', metrics: ['errors'] },
  { id: 'latency', metrics: ['latency-p95', 'latency-p50'] },
  { id: 'resources', metrics: ['cpu', 'memory'] },
] as const satisfies { id: string; metrics: EndpointMetricId[] }[];

interface EndpointChartsProps {
  endpointKey: string;
}

/** What was measured of an endpoint, over a time that the reader chooses. */
export function EndpointCharts({ endpointKey }: EndpointChartsProps) {
  const t = useMessages();
  const [range, setRange] = useRange();
  const latest = useEndpointMetrics(endpointKey, range);
  const { data, error } = latest;
  return (
    <Flex direction="column" gap="4">
      <div className={styles.bar}>
        <RangeSwitch range={range} onChange={setRange} />
        {data && (
          <MutedText>
            {t('endpointPage.metrics.asOf', { age: formatAge(data.asOf) })}
          </MutedText>
        )}
      </div>
      <LoadError
        latest={latest}
        subject={{
          what: t('endpointPage.metrics.what'),
          permission: 'inventory',
        }}
      />
      {data && data.failures.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('endpointPage.metrics.failed')}
          description={data.failures
            .map(failure => failure.error.message)
            .join(' ')}
        />
      )}
      {!data && !error && <LoadingCharts />}
      {data && <Charts data={data} endpointKey={endpointKey} />}
    </Flex>
  );
}

interface ChartsProps extends EndpointChartsProps {
  data: EndpointMetricsResponse;
}

function Charts({ data, endpointKey }: ChartsProps) {
  const t = useMessages();
  const own = data.items.find(({ key }) => key === endpointKey)?.series ?? [];
  const charts = CHARTS.map(({ id, metrics }) => ({
    id,
    series: metrics
      .map((metric): MetricSeries | undefined =>
        own.find(each => each.metric === metric),
      )
      .filter(each => each !== undefined),
  })).filter(({ series }) => series.some(({ values }) => values.length > 0));
  if (charts.length === 0) {
    return data.failures.length > 0 ? null : (
      <MutedText as="p">{t('endpointPage.metrics.none')}</MutedText>
    );
  }
  return (
    <>
      <div className={styles.charts}>
        {charts.map(({ id, series }) => (
          <TimeChart
            // Another range is another chart: nothing stays pointed at.
            key={`${id} ${data.range}`}
            title={t(`endpointPage.chart.${id}`)}
            series={series}
            times={data}
          />
        ))}
      </div>
      <MutedText as="p">{t('endpointPage.metrics.hint')}</MutedText>
    </>
  );
}

function LoadingCharts() {
  const t = useMessages();
  return (
    <div role="status" aria-busy="true">
      <VisuallyHidden>
        {t('common.loading', { what: t('endpointPage.metrics.what') })}
      </VisuallyHidden>
      <div className={styles.charts}>
        <Skeleton width="100%" height={226} />
        <Skeleton width="100%" height={226} />
        <Skeleton width="100%" height={226} />
      </div>
    </div>
  );
}
