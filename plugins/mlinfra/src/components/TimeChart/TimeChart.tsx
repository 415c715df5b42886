import type {
  EndpointMetricsResponse,
  MetricSeries,
} from '@mlinfra/plugin-mlinfra-common';
import { useRef, useState } from 'react';
import { formatMetricValue } from '../../format/metricValue';
import { useMessages } from '../../translation/useMessages';
import { useElementWidth } from '../PipelineGraph/useElementWidth';
import { periodTime } from './axisTicks';
import { ChartDrawing } from './ChartDrawing';
import { chartSummary } from './chartSummary';
import { LineKey } from './LineKey';
import styles from './TimeChart.module.css';

/** Width to assume where none can be measured. */
const USUAL_WIDTH = 480;

/** How far each key goes through the periods. */
const STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -12,
  PageUp: 12,
  Home: -Infinity,
  End: Infinity,
};

interface TimeChartProps {
  title: string;
  /** At least one; all of one unit. */
  series: MetricSeries[];
  times: Pick<EndpointMetricsResponse, 'range' | 'from' | 'periodSeconds'>;
}

/**
 * Lines over time. Pointing at it, or going through it with the keyboard as
 * with a slider, reads out the values of one period.
 */
export function TimeChart({ title, series, times }: TimeChartProps) {
  const t = useMessages();
  const figure = useRef<HTMLElement>(null);
  const width = useElementWidth(figure) ?? USUAL_WIDTH;
  const [chosen, choose] = useState<number>();
  const count = Math.max(...series.map(({ values }) => values.length));
  const last = count - 1;
  const clamp = (index: number) => Math.min(last, Math.max(0, index));
  const at = chosen === undefined ? undefined : clamp(chosen);

  const readout = (index: number) =>
    t('endpointPage.chart.at', {
      time: periodTime(times.range, times.from, times.periodSeconds, index),
      values: series
        .map(({ metric, unit, values }) => {
          const value = values[index] ?? undefined;
          return t('endpointPage.chart.value', {
            line: t(`endpointPage.chart.line.${metric}`),
            value:
              value === undefined
                ? t('endpointPage.chart.notMeasured')
                : formatMetricValue(value, unit),
          });
        })
        .join(', '),
    });
  const summary = chartSummary(series, times.periodSeconds, t);

  return (
    <figure ref={figure} className={styles.chart}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>{title}</span>
        {series.length > 1 && <LineKey series={series} />}
        <span className={styles.readout}>
          {at === undefined ? summary : readout(at)}
        </span>
      </figcaption>
      <div
        className={styles.slider}
        role="slider"
        tabIndex={0}
        aria-label={t('endpointPage.chart.readout', { chart: title })}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at ?? last}
        aria-valuetext={at === undefined ? summary : readout(at)}
        onKeyDown={event => {
          const step = STEPS[event.key];
          if (event.key === 'Escape') {
            choose(undefined);
          } else if (step !== undefined) {
            event.preventDefault();
            choose(clamp((at ?? last) + step));
          }
        }}
        onBlur={() => choose(undefined)}
      >
        <ChartDrawing
          series={series}
          times={times}
          count={count}
          width={width}
          at={at}
          onPoint={index =>
            choose(index === undefined ? undefined : clamp(index))
          }
        />
      </div>
    </figure>
  );
}
