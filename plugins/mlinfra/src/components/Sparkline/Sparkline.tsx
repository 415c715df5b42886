import type { MetricSeries } from '@mlinfra/plugin-mlinfra-common';
import { highestOf } from '../../data/metricSummary';
import { LINE_LOOKS } from '../TimeChart/lineLook';
import { linePath } from '../TimeChart/linePath';
import styles from './Sparkline.module.css';

const WIDTH = 120;
const HEIGHT = 28;
const EDGE = 2;

interface SparklineProps {
  /** Lines on one scale. */
  series: MetricSeries[];
}

/** The course of something, small; the figures beside it say what matters in words. */
export function Sparkline({ series }: SparklineProps) {
  const max = Math.max(...series.map(highestOf));
  const area = {
    left: EDGE,
    top: EDGE,
    width: WIDTH - 2 * EDGE,
    height: HEIGHT - 2 * EDGE,
    max,
  };
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
      focusable="false"
    >
      {series.map(({ metric, values }) => (
        <path
          key={metric}
          d={linePath(values, area)}
          vectorEffect="non-scaling-stroke"
          strokeDasharray={LINE_LOOKS[metric]?.dashes}
          style={{ stroke: LINE_LOOKS[metric]?.colour }}
        />
      ))}
    </svg>
  );
}
