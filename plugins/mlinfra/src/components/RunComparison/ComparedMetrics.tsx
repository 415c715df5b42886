import { Alert, Flex, Skeleton, Text } from '@backstage/ui';
import type {
  RunDetailsResponse,
  RunMetric,
} from '@mlinfra/plugin-mlinfra-common';
import { lazy, Suspense } from 'react';
import { isGoingOn } from '../../data/isGoingOn';
import { useMessages, type Messages } from '../../translation/useMessages';
import { PlainTable } from '../PlainTable/PlainTable';
import { Change } from '../RunMetrics/Change';
import { formatMetric } from '../RunMetrics/formatMetric';
import { metricChange } from '../RunMetrics/metricChange';
import { metricRows } from '../RunMetrics/metricRows';
import styles from '../RunMetrics/RunMetrics.module.css';
import { SeriesLegend } from '../RunMetrics/SeriesLegend';
import { comparedMetrics } from './comparedMetrics';

const MetricChart = lazy(() =>
  import('../RunMetrics/MetricChart').then(m => ({ default: m.MetricChart })),
);

interface ComparedMetricsProps {
  a: RunDetailsResponse;
  b: RunDetailsResponse;
}

/** The metrics of two runs as charts, and as a table that says the same. */
export function ComparedMetrics({ a, b }: ComparedMetricsProps) {
  const t = useMessages();
  const compared = comparedMetrics(a.run.metrics, b.run.metrics);
  const names = [
    `${t('runPage.compare.a')}: ${a.run.name}`,
    `${t('runPage.compare.b')}: ${b.run.name}`,
  ];
  const missing = [a, b].flatMap(details =>
    missingTexts(
      details,
      compared.map(({ metric }) => metric),
      t,
    ),
  );
  const notices = missing.map(text => (
    <Alert key={text} status="info" icon title={text} />
  ));
  if (compared.length === 0) {
    return (
      <Flex direction="column" gap="3">
        <Text as="p" variant="body-medium">
          {t('runPage.compare.none')}
        </Text>
        {notices}
      </Flex>
    );
  }
  const text = (value: number | undefined, { unit }: RunMetric) =>
    value === undefined ? '–' : formatMetric(value, unit);
  return (
    <Flex direction="column" gap="4">
      {notices}
      <PlainTable
        caption={t('runPage.compare.caption')}
        columns={[
          { label: t('runPage.metrics.metric') },
          ...[a, b].flatMap((_, index) => {
            const run = t(`runPage.compare.${index === 0 ? 'a' : 'b'}`);
            return [
              {
                label: `${run}: ${t('runPage.metrics.before')}`,
                number: true,
              },
              { label: `${run}: ${t('runPage.metrics.after')}`, number: true },
            ];
          }),
          { label: t('runPage.compare.difference'), number: true },
        ]}
        rows={compared.map(({ metric, a: inA, b: inB }) => ({
          key: metric.id,
          cells: [
            metric.label,
            text(inA?.before, metric),
            text(inA?.after, metric),
            text(inB?.before, metric),
            text(inB?.after, metric),
            <Change change={metricChange(metric, inA?.after, inB?.after)} />,
          ],
        }))}
      />
      <SeriesLegend names={names} />
      <div className={styles.charts}>
        {compared.map(({ metric, a: inA, b: inB }) => {
          const rows = metricRows([inA, inB]);
          return (
            rows.length > 0 && (
              <Suspense
                key={metric.id}
                fallback={<Skeleton width="100%" height={240} />}
              >
                <MetricChart metric={metric} names={names} rows={rows} />
              </Suspense>
            )
          );
        })}
      </div>
    </Flex>
  );
}

/** What a run has not reported, and why. */
function missingTexts(
  { run, history }: RunDetailsResponse,
  metrics: RunMetric[],
  t: Messages,
): string[] {
  const { name } = run;
  if (!run.metrics?.length) {
    const ended = history.state === 'reading' ? 'reading' : 'other';
    const finished = run.status === 'succeeded' ? ended : 'failed';
    const reason = isGoingOn(run) ? 'running' : finished;
    return [
      t('runPage.compare.missingAll', {
        name,
        reason: t(
          `runPage.compare.reason.${ended === 'reading' ? ended : reason}`,
        ),
      }),
    ];
  }
  return metrics
    .filter(({ id }) => !run.metrics?.some(metric => metric.id === id))
    .map(({ label }) => t('runPage.compare.missing', { name, metric: label }));
}
