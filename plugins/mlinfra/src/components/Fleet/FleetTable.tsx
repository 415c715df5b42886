import { Container, Flex, Table, Text, type ColumnConfig } from '@backstage/ui';
import type { Page } from '@mlinfra/plugin-mlinfra-common';
import { useAccounts } from '../../data/useAccounts';
import { useFleetFilters, type FleetFilters } from '../../data/useFleetFilters';
import { usePages } from '../../data/usePages';
import { useMessages } from '../../translation/useMessages';
import { LoadError, type Subject } from '../LoadError/LoadError';
import { EmulatedBadge } from '../EmulatedBadge/EmulatedBadge';
import { NoAwsConnected } from '../NoAwsConnected/NoAwsConnected';
import { useCallback } from 'react';
import styles from './Fleet.module.css';
import { FleetFilterBar, type FleetRow } from './FleetFilterBar';

const PAGE_SIZE = 25;

/** How a page of rows is asked for. */
export type ListRows<T> = (
  query: FleetFilters & { cursor?: string; limit: number },
) => Promise<Page<T>>;

interface FleetTableProps<T extends FleetRow & { id: string }> {
  /** Must be memoised. */
  list: ListRows<T>;
  columns: ColumnConfig<T>[];
  statuses: { value: string; label: string }[];
  subject: Subject;
  emptyText: string;
}

/** A list over all entities that the reader may see, filtered and paged by the backend. */
export function FleetTable<T extends FleetRow & { id: string }>(
  props: FleetTableProps<T>,
) {
  const { list, columns, statuses, subject, emptyText } = props;
  const t = useMessages();
  const accounts = useAccounts().data;
  const { filters, setFilter, clear } = useFleetFilters();
  const pages = usePages(
    useCallback(
      (cursor: string | undefined) =>
        list({ ...filters, cursor, limit: PAGE_SIZE }),
      [list, filters],
    ),
  );
  const { data, error, pending, reload } = pages.latest;
  const rows = data?.items;
  const filtered = Object.values(filters).some(Boolean);

  if (accounts?.aws.connected === false) {
    return (
      <Container py="4">
        <NoAwsConnected what={subject.what} />
      </Container>
    );
  }
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        {accounts?.aws.emulated && (
          <div>
            <EmulatedBadge />
          </div>
        )}
        <FleetFilterBar
          filters={filters}
          setFilter={setFilter}
          clear={clear}
          statuses={statuses}
          accounts={accounts?.items ?? []}
          rows={rows ?? []}
        />
        {error && (
          <LoadError
            error={error}
            subject={subject}
            kept={data !== undefined}
            pending={pending}
            onRetry={reload}
          />
        )}
        {(rows || !error) && (
          <div className={styles.table}>
            <Table
              columnConfig={columns}
              data={rows}
              isPending={pending && !rows}
              isStale={pending && rows !== undefined}
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
                  {filtered ? t('fleet.emptyFiltered') : emptyText}
                </Text>
              }
            />
          </div>
        )}
      </Flex>
    </Container>
  );
}
