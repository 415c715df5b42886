import {
  Table,
  Text,
  type ColumnConfig,
  type TableSelection,
} from '@backstage/ui';
import type { Pages } from '../../data/usePages';
import { useMessages } from '../../translation/useMessages';
import styles from './PagedTable.module.css';
import { pagination } from './pagination';

/** Rows per page of every list. */
export const PAGE_SIZE = 25;

interface PagedTableProps<T extends { id: string }> {
  pages: Pages<T>;
  columns: ColumnConfig<T>[];
  emptyText: string;
  selection?: TableSelection;
}

/** Rows that the backend pages, wider than a narrow screen and then scrolled sideways. */
export function PagedTable<T extends { id: string }>(
  props: PagedTableProps<T>,
) {
  const { pages, columns, emptyText, selection } = props;
  const t = useMessages();
  const { data, pending } = pages.latest;
  const rows = data?.items;
  const turning = pagination(pages, PAGE_SIZE, t);
  return (
    <div className={styles.table}>
      <Table
        // While it loads, the table does not know of the selection, and one
        // table cannot learn of it later.
        key={selection && !rows ? 'loading' : 'rows'}
        columnConfig={columns}
        data={rows}
        isPending={pending && !rows}
        selection={selection}
        pagination={turning ? { type: 'page', ...turning } : { type: 'none' }}
        emptyState={
          <Text as="p" variant="body-medium">
            {emptyText}
          </Text>
        }
      />
    </div>
  );
}
