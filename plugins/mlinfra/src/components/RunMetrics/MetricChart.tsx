import type { RunMetric } from '@mlinfra/plugin-mlinfra-common';
import { useId, useRef } from 'react';
import { Bar, BarChart, LabelList, XAxis, YAxis } from 'recharts';
import { textWidth } from '../../graph/textWidth';
import { useMessages } from '../../translation/useMessages';
import { useElementWidth } from '../PipelineGraph/useElementWidth';
import { formatMetric } from './formatMetric';
import type { MetricRow } from './metricRows';
import styles from './RunMetrics.module.css';
import { SeriesPattern, SERIES_COLOURS } from './seriesLook';

/** Width to assume where none can be measured. */
const USUAL_WIDTH = 360;
const BAR = 16;
const BAR_GAP = 3;
const ROW_GAP = 14;
const FONT = 12;
const MAX_STEP_NAME = 110;

interface MetricChartProps {
  metric: RunMetric;
  /** Names of the runs whose values the rows hold. */
  names: string[];
  rows: MetricRow[];
}

/**
 * One metric's values as bars from zero, each with its figure. Drawn without
 * any movement: it may change while somebody reads it.
 */
export function MetricChart({ metric, names, rows }: MetricChartProps) {
  const t = useMessages();
  const id = useId();
  const figure = useRef<HTMLElement>(null);
  const width = useElementWidth(figure) ?? USUAL_WIDTH;
  const { label, unit, better } = metric;
  const text = (value: number) => formatMetric(value, unit);
  const described = rows
    .flatMap(({ step, values }) =>
      values.map((value, index) =>
        [
          step,
          names.length > 1 && names[index],
          value === undefined ? '–' : text(value),
        ]
          .filter(Boolean)
          .join(' '),
      ),
    )
    .join(', ');
  const all = rows
    .flatMap(({ values }) => values)
    .filter(value => value !== undefined);
  const stepRoom = Math.min(
    MAX_STEP_NAME,
    Math.max(...rows.map(({ step }) => textWidth(step, FONT))) + 10,
  );
  const figureRoom = Math.max(
    ...all.map(value => textWidth(text(value), FONT)),
  );
  const barsHeight = names.length * BAR + (names.length - 1) * BAR_GAP;

  return (
    <figure ref={figure} className={styles.chart}>
      <figcaption className={styles.title}>
        {label}
        <span className={styles.direction}>
          {t(`runPage.metrics.${better === 'higher' ? 'higher' : 'lower'}`)}
        </span>
      </figcaption>
      <BarChart
        layout="vertical"
        width={width}
        height={rows.length * (barsHeight + ROW_GAP) + 8}
        data={rows.map(({ step, values }) => ({ step, values }))}
        margin={{ top: 4, right: figureRoom + 10, bottom: 4, left: 0 }}
        barSize={BAR}
        barGap={BAR_GAP}
        barCategoryGap={ROW_GAP}
        title={t('runPage.metrics.chart', { metric: label })}
        desc={t('runPage.metrics.chartOf', {
          metric: label,
          values: described,
        })}
        role="img"
        accessibilityLayer={false}
      >
        <defs>
          {names.map((name, index) => (
            <SeriesPattern key={name} id={`${id}-${index}`} index={index} />
          ))}
        </defs>
        <XAxis type="number" hide domain={[0, 'dataMax']} />
        <YAxis
          type="category"
          dataKey="step"
          width={stepRoom}
          axisLine={{ stroke: 'var(--bui-fg-secondary)' }}
          tickLine={false}
          tick={{ fill: 'var(--bui-fg-primary)', fontSize: FONT }}
          interval={0}
        />
        {names.map((name, index) => (
          <Bar
            key={name}
            name={name}
            dataKey={({ values }: MetricRow) => values[index]}
            fill={`url(#${id}-${index})`}
            stroke={SERIES_COLOURS[index]}
            isAnimationActive={false}
          >
            <LabelList
              position="right"
              fill="var(--bui-fg-primary)"
              fontSize={FONT}
              valueAccessor={({ payload }: { payload?: MetricRow }) => {
                const value = payload?.values[index];
                return value === undefined ? '' : text(value);
              }}
            />
          </Bar>
        ))}
      </BarChart>
    </figure>
  );
}
