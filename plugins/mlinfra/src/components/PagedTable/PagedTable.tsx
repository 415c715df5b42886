import {
  Table,
  Text,
  type ColumnConfig,
  type TableSelection,
} from '@backstage/ui';
import type { Pages } from '../../data/usePages';
import { useMessages } from '../../translation/useMessages';
import styles from './PagedTable.module.css';
import { LoadingLines } from '../Infrastructure/LoadingLines';
import { pagination } from './pagination';

/** Rows per page of every list. */
export const PAGE_SIZE = 25;

interface PagedTableProps<T extends { id: string }> {
  pages: Pages<T>;
  columns: ColumnConfig<T>[];
  /** Names the rows while they load. */
  what: string;
  emptyText: string;
  selection?: TableSelection;
}

/** Rows that the backend pages, wider than a narrow screen and then scrolled sideways. */
export function PagedTable<T extends { id: string }>(
  props: PagedTableProps<T>,
) {
  const { pages, columns, what, emptyText, selection } = props;
  const t = useMessages();
  const { data, pending } = pages.latest;
  const rows = data?.items;
  const turning = pagination(pages, PAGE_SIZE, t);
  return (
    <div className={styles.table}>
      <Table
        columnConfig={columns}
        // A loading table of BUI does not know of its selection, and React Aria
        // does not take one later; so this one has no rows yet instead.
        data={rows ?? (selection && [])}
        isPending={pending && !rows}
        selection={selection}
        pagination={turning ? { type: 'page', ...turning } : { type: 'none' }}
        emptyState={
          rows ? (
            <Text as="p" variant="body-medium">
              {emptyText}
            </Text>
          ) : (
            <LoadingLines what={what} />
          )
        }
      />
    </div>
  );
}
