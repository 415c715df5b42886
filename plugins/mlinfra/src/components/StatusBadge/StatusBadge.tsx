import type { RemixiconComponentType } from '@remixicon/react';
import styles from './StatusBadge.module.css';

/** What a status means, apart from its name. */
export type StatusTone =
  | 'positive'
  | 'announcement'
  | 'warning'
  | 'negative'
  | 'neutral';

/** Colour and icon of a status. */
export interface StatusLook {
  tone: StatusTone;
  icon: RemixiconComponentType;
}

interface StatusBadgeProps extends StatusLook {
  label: string;
}

/** A status in a word, an icon and a colour; the word alone is enough. */
export function StatusBadge({ tone, icon: Icon, label }: StatusBadgeProps) {
  return (
    <span className={styles.badge} data-tone={tone}>
      <Icon size={14} aria-hidden />
      {label}
    </span>
  );
}
