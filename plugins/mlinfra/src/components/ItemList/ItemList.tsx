import type { ReactNode } from 'react';
import styles from './ItemList.module.css';

interface ItemListProps {
  as?: 'ul' | 'ol';
  /** For items of a line or two: closer together, and no rule between them. */
  compact?: boolean;
  /** `li` elements. */
  children: ReactNode;
}

/** Items one under another. */
export function ItemList({
  as: List = 'ul',
  compact,
  children,
}: ItemListProps) {
  return (
    <List className={styles.list} data-compact={compact || undefined}>
      {children}
    </List>
  );
}
