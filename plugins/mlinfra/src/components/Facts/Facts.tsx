import type { ReactNode } from 'react';
import styles from './Facts.module.css';

interface FactsProps {
  /** Names and values; an undefined value is left out. */
  facts: [name: string, value: ReactNode][];
}

/** Names and values side by side, under each other where it is narrow. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
