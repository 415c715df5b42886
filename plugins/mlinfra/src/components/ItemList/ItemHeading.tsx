import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './ItemList.module.css';

interface ItemHeadingProps {
  children: ReactNode;
}

/** An item's name, broken anywhere since names from AWS are long. */
export function ItemHeading({ children }: ItemHeadingProps) {
  return (
    <Text as="h4" variant="body-medium" weight="bold" className={styles.name}>
      {children}
    </Text>
  );
}
