import type { ReactNode } from 'react';
import styles from './ItemList.module.css';

interface ItemLineProps {
  role?: 'status';
  children: ReactNode;
}

/** What is said of an item in one line, or in more where it is narrow. */
export function ItemLine({ role, children }: ItemLineProps) {
  return (
    <div className={styles.line} role={role}>
      {children}
    </div>
  );
}
