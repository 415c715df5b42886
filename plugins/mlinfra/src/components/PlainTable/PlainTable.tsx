import { VisuallyHidden } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './PlainTable.module.css';

interface PlainTableProps {
  caption: string;
  /** Headings; numbers stand at the right. */
  columns: { label: string; number?: boolean }[];
  /** The first cell of each row is its heading. */
  rows: { key: string; muted?: boolean; cells: ReactNode[] }[];
}

/** A table to read, which scrolls by itself where it is too wide. */
export function PlainTable({ caption, columns, rows }: PlainTableProps) {
  return (
    <div
      className={styles.scroll}
      role="region"
      aria-label={caption}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className={styles.table}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr className={styles.muted}>
            {columns.map(({ label, number }) => (
              <th key={label} scope="col" data-number={number || undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, muted, cells: [heading, ...cells] }) => (
            <tr key={key} className={muted ? styles.muted : undefined}>
              <th scope="row">{heading}</th>
              {cells.map((cell, index) => (
                <td
                  key={columns[index + 1]?.label}
                  data-number={columns[index + 1]?.number || undefined}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
