import type { MetricSeries } from '@mlinfra/plugin-mlinfra-common';
import { useMessages } from '../../translation/useMessages';
import { LINE_LOOKS } from './lineLook';
import styles from './TimeChart.module.css';

interface LineKeyProps {
  series: MetricSeries[];
}

/** Which line is which. */
export function LineKey({ series }: LineKeyProps) {
  const t = useMessages();
  return (
    <span className={styles.key}>
      {series.map(({ metric }) => (
        <span key={metric} className={styles.entry}>
          <svg width="20" height="8" aria-hidden focusable="false">
            <line
              x1="1"
              y1="4"
              x2="19"
              y2="4"
              strokeDasharray={LINE_LOOKS[metric].dashes}
              className={styles.line}
              style={{ stroke: LINE_LOOKS[metric].colour }}
            />
          </svg>
          {t(`endpointPage.chart.line.${metric}`)}
        </span>
      ))}
    </span>
  );
}
