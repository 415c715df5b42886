import { useId } from 'react';
import styles from './RunMetrics.module.css';
import { SeriesPattern, SERIES_COLOURS } from './seriesLook';

interface SeriesLegendProps {
  names: string[];
}

/** Which bars are whose. */
export function SeriesLegend({ names }: SeriesLegendProps) {
  const id = useId();
  return (
    <ul className={styles.legend}>
      {names.map((name, index) => (
        <li key={index}>
          <svg width="22" height="14" aria-hidden>
            <defs>
              <SeriesPattern id={`${id}-${index}`} index={index} />
            </defs>
            <rect
              x="0.5"
              y="0.5"
              width="21"
              height="13"
              fill={`url(#${id}-${index})`}
              style={{ stroke: SERIES_COLOURS[index] }}
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
