import { useMessages } from '../../translation/useMessages';
import styles from './Transitions.module.css';

const LOOKS = [
  { id: 'taken', kind: 'next', taken: true },
  { id: 'next', kind: 'next', taken: false },
  { id: 'catch', kind: 'catch', taken: false },
] as const;

/** What the lines of the graph mean. */
export function WayLegend() {
  const t = useMessages();
  return (
    <ul className={styles.legend}>
      {LOOKS.map(({ id, kind, taken }) => (
        <li key={id}>
          <svg width="28" height="10" aria-hidden>
            <g
              className={styles.way}
              data-kind={kind}
              data-taken={taken || undefined}
            >
              <path d="M0,5 L28,5" />
            </g>
          </svg>
          {t(`runPage.graph.legend.${id}`)}
        </li>
      ))}
    </ul>
  );
}
