import {
  Table,
  Text,
  type ColumnConfig,
  type TableSelection,
} from '@backstage/ui';
import type { Pages } from '../../data/usePages';
import { useMessages } from '../../translation/useMessages';
import styles from './PagedTable.module.css';

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
  return (
    <div className={styles.table}>
      <Table
        columnConfig={columns}
        data={rows}
        isPending={pending && !rows}
        selection={selection}
        pagination={
          pages.hasNext || pages.hasPrevious
            ? {
                type: 'page',
                pageSize: PAGE_SIZE,
                pageSizeOptions: [],
                // The backend does not count what it has not read; the
                // label only appears when there is a number.
                totalCount: rows?.length,
                getLabel: () =>
                  t('fleet.page', { page: String(pages.pageNumber) }),
                hasNextPage: pages.hasNext,
                hasPreviousPage: pages.hasPrevious,
                onNextPage: pages.next,
                onPreviousPage: pages.previous,
              }
            : { type: 'none' }
        }
        emptyState={
          <Text as="p" variant="body-medium">
            {emptyText}
          </Text>
        }
      />
    </div>
  );
}
