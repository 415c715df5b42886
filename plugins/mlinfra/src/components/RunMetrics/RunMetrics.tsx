import { Flex, Skeleton, Text } from '@backstage/ui';
import {
  GATE_REJECTED_ERROR,
  type Run,
  type RunMetric,
} from '@mlinfra/plugin-mlinfra-common';
import { lazy, Suspense } from 'react';
import { isGoingOn } from '../../data/isGoingOn';
import { useMessages } from '../../translation/useMessages';
import { MutedText } from '../MutedText/MutedText';
import { PlainTable } from '../PlainTable/PlainTable';
import { Change } from './Change';
import { formatMetric } from './formatMetric';
import { metricChange } from './metricChange';
import { metricRows } from './metricRows';
import styles from './RunMetrics.module.css';

const MetricChart = lazy(() =>
  import('./MetricChart').then(m => ({ default: m.MetricChart })),
);

interface RunMetricsProps {
  run: Run;
}

/** What a run has made of its model: before and after, and step by step. */
export function RunMetrics({ run }: RunMetricsProps) {
  const t = useMessages();
  const metrics = run.metrics ?? [];
  const rejected =
    run.error === GATE_REJECTED_ERROR || run.status === 'rejected';
  return (
    <Flex direction="column" gap="4">
      {rejected && (
        <Text as="p" variant="body-medium">
          {t('runPage.metrics.rejected', {
            reasons: run.cause ?? t('runPage.error.noCause'),
          })}
        </Text>
      )}
      {metrics.length > 0 ? (
        <>
          <BeforeAndAfter metrics={metrics} />
          <StepByStep metrics={metrics} name={run.name} />
        </>
      ) : (
        <NoMetrics run={run} />
      )}
    </Flex>
  );
}

function NoMetrics({ run }: RunMetricsProps) {
  const t = useMessages();
  return (
    <Flex direction="column" gap="1">
      <Text as="p" variant="body-medium">
        {t(
          isGoingOn(run)
            ? 'runPage.metrics.noneRunning'
            : 'runPage.metrics.none',
        )}
      </Text>
      <MutedText as="p">{t('runPage.metrics.noneContract')}</MutedText>
    </Flex>
  );
}

interface MetricsProps {
  metrics: RunMetric[];
}

function BeforeAndAfter({ metrics }: MetricsProps) {
  const t = useMessages();
  const text = (value: number | undefined, { unit }: RunMetric) =>
    value === undefined ? '–' : formatMetric(value, unit);
  return (
    <PlainTable
      caption={t('runPage.metrics.caption')}
      columns={[
        { label: t('runPage.metrics.metric') },
        { label: t('runPage.metrics.before'), number: true },
        { label: t('runPage.metrics.after'), number: true },
        { label: t('runPage.metrics.change'), number: true },
      ]}
      rows={metrics.map(metric => ({
        key: metric.id,
        cells: [
          metric.label,
          text(metric.before, metric),
          text(metric.after, metric),
          <Change change={metricChange(metric, metric.before, metric.after)} />,
        ],
      }))}
    />
  );
}

function StepByStep({ metrics, name }: MetricsProps & { name: string }) {
  const t = useMessages();
  const withSteps = metrics.filter(({ steps }) => steps.length > 0);
  if (withSteps.length === 0) {
    return null;
  }
  // Steps of all metrics in one table, in the order in which they came.
  const steps = metricRows(withSteps).map(({ step }) => step);
  return (
    <Flex direction="column" gap="4">
      <Text as="h4" variant="body-medium" weight="bold">
        {t('runPage.metrics.byStep')}
      </Text>
      <div className={styles.charts}>
        {withSteps.map(metric => (
          <Suspense
            key={metric.id}
            fallback={<Skeleton width="100%" height={160} />}
          >
            <MetricChart
              metric={metric}
              names={[name]}
              rows={metricRows([metric])}
            />
          </Suspense>
        ))}
      </div>
      <PlainTable
        caption={t('runPage.metrics.byStep')}
        columns={[
          { label: t('runPage.metrics.step') },
          ...withSteps.map(({ label }) => ({ label, number: true })),
        ]}
        rows={steps.map(step => ({
          key: step,
          cells: [
            step,
            ...withSteps.map(metric => {
              const value = metric.steps
                .filter(each => each.step === step)
                .at(-1)?.value;
              return value === undefined
                ? '–'
                : formatMetric(value, metric.unit);
            }),
          ],
        }))}
      />
    </Flex>
  );
}
