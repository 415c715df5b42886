import type {
  EndpointMetricsResponse,
  MetricSeries,
} from '@mlinfra/plugin-mlinfra-common';
import type { PointerEvent } from 'react';
import { highestOf } from '../../data/metricSummary';
import { formatMetricValue } from '../../format/metricValue';
import { textWidth } from '../../graph/textWidth';
import { timeTicks, valueTicks } from './axisTicks';
import { LINE_LOOKS } from './lineLook';
import { linePath, xOf, yOf } from './linePath';
import styles from './TimeChart.module.css';

const HEIGHT = 190;
const TOP = 8;
const AXIS = 22;
const FONT = 11;
/** Half of the last time stands beyond the plot. */
const RIGHT = 22;
/** Room for a time and some air. */
const TIME_WIDTH = 58;

interface ChartDrawingProps {
  series: MetricSeries[];
  times: Pick<EndpointMetricsResponse, 'range' | 'from' | 'periodSeconds'>;
  /** How many periods there are. */
  count: number;
  width: number;
  /** The period that is read out. */
  at: number | undefined;
  onPoint: (index: number | undefined) => void;
}

/** The lines, their axes and the mark of the period that is read out. */
export function ChartDrawing(props: ChartDrawingProps) {
  const { series, times, count, width, at, onPoint } = props;
  const { unit } = series[0];
  const ticks = valueTicks(
    Math.max(...series.map(highestOf)),
    unit === 'count',
  );
  const label = (value: number) => formatMetricValue(value, unit);
  const left =
    Math.max(...ticks.map(value => textWidth(label(value), FONT))) + 8;
  const area = {
    left,
    top: TOP,
    width: Math.max(width - left - RIGHT, 1),
    height: HEIGHT - TOP - AXIS,
    max: ticks.at(-1) ?? 1,
  };
  const all = timeTicks(times.range, times.from, times.periodSeconds, count);
  const every = Math.max(1, Math.ceil((all.length * TIME_WIDTH) / area.width));
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const place =
      event.clientX - event.currentTarget.getBoundingClientRect().left;
    onPoint(Math.round(((place - area.left) / area.width) * (count - 1)));
  };

  return (
    <svg
      className={styles.drawing}
      width={width}
      height={HEIGHT}
      aria-hidden
      focusable="false"
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => onPoint(undefined)}
    >
      {ticks.map(value => (
        <g key={value}>
          <line
            className={styles.grid}
            x1={area.left}
            x2={area.left + area.width}
            y1={yOf(value, area)}
            y2={yOf(value, area)}
          />
          <text
            className={styles.tick}
            x={area.left - 6}
            y={yOf(value, area)}
            dominantBaseline="middle"
            textAnchor="end"
          >
            {label(value)}
          </text>
        </g>
      ))}
      {all
        .filter((_, index) => index % every === 0)
        .map(tick => (
          <text
            key={tick.index}
            className={styles.tick}
            x={xOf(tick.index, count, area)}
            y={HEIGHT - 6}
            textAnchor="middle"
          >
            {tick.label}
          </text>
        ))}
      {series.map(({ metric, values }) => (
        <path
          key={metric}
          className={styles.line}
          d={linePath(values, area)}
          strokeDasharray={LINE_LOOKS[metric].dashes}
          style={{ stroke: LINE_LOOKS[metric].colour }}
        />
      ))}
      {at !== undefined && (
        <line
          className={styles.mark}
          x1={xOf(at, count, area)}
          x2={xOf(at, count, area)}
          y1={area.top}
          y2={area.top + area.height}
        />
      )}
      {at !== undefined &&
        series.map(({ metric, values }) => {
          const value = values[at] ?? null;
          return (
            value !== null && (
              <circle
                key={metric}
                cx={xOf(at, count, area)}
                cy={yOf(value, area)}
                r="3.5"
                style={{ fill: LINE_LOOKS[metric].colour }}
              />
            )
          );
        })}
    </svg>
  );
}
