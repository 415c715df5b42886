import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './MutedText.module.css';

interface MutedTextProps {
  as?: 'p' | 'span';
  variant?: 'body-small' | 'body-x-small';
  weight?: 'regular' | 'bold';
  children: ReactNode;
}

/** Small text that stands back behind what is beside it, and can still be read in each theme. */
export function MutedText(props: MutedTextProps) {
  const { variant = 'body-small', ...rest } = props;
  return <Text variant={variant} className={styles.muted} {...rest} />;
}
