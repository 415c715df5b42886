import {
  Container,
  Flex,
  type ColumnConfig,
  type TableSelection,
} from '@backstage/ui';
import type { Page } from '@mlinfra/plugin-mlinfra-common';
import { useCallback, type ReactNode } from 'react';
import { useAccounts } from '../../data/useAccounts';
import type { Filters } from '../../data/useFilters';
import { usePages, type Pages } from '../../data/usePages';
import { useMessages } from '../../translation/useMessages';
import { EmulatedBadge } from '../EmulatedBadge/EmulatedBadge';
import type { FilterChoice } from '../FilterBar/FilterBar';
import { LoadError, type Subject } from '../LoadError/LoadError';
import { NoAwsConnected } from '../NoAwsConnected/NoAwsConnected';
import { PAGE_SIZE, PagedTable } from '../PagedTable/PagedTable';
import {
  FleetFilterBar,
  type FleetFilterName,
  type FleetRow,
} from './FleetFilterBar';

/** The filters that every fleet list has. */
export const FLEET_FILTERS: readonly FleetFilterName[] = [
  'environment',
  'accountId',
  'status',
];

/** How a page of rows is asked for. */
export type ListRows<T, Name extends string = never> = (
  query: Partial<Record<Name | FleetFilterName, string>> & {
    cursor?: string;
    limit: number;
  },
) => Promise<Page<T>>;

interface FleetTableProps<
  T extends FleetRow & { id: string },
  Name extends string,
> {
  /** Must be memoised. */
  list: ListRows<T, Name>;
  filters: Filters<Name | FleetFilterName>;
  columns: ColumnConfig<T>[];
  statuses: { value: string; label: string }[];
  /** Filters that only this list has, by what its rows know. */
  moreFilters?: (rows: T[]) => FilterChoice<Name>[];
  selection?: TableSelection;
  subject: Subject;
  emptyText: string;
  /** What else is done with the rows, for example keeping them new. */
  children?: (pages: Pages<T>) => ReactNode;
}

/** A list over all entities that the reader may see, filtered and paged by the backend. */
export function FleetTable<
  T extends FleetRow & { id: string },
  Name extends string = never,
>(props: FleetTableProps<T, Name>) {
  const { list, filters, columns, statuses, subject, emptyText } = props;
  const { moreFilters, selection, children } = props;
  const t = useMessages();
  const accounts = useAccounts().data;
  const chosen = filters.filters;
  const pages = usePages(
    useCallback(
      (cursor: string | undefined) =>
        list({ ...chosen, cursor, limit: PAGE_SIZE }),
      [list, chosen],
    ),
  );
  const { data, error } = pages.latest;
  const rows = data?.items ?? [];
  const filtered = Object.values(chosen).some(Boolean);

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
          {...filters}
          statuses={statuses}
          accounts={accounts?.items ?? []}
          rows={rows}
          more={moreFilters?.(rows) ?? []}
        />
        <LoadError latest={pages.latest} subject={subject} />
        {children?.(pages)}
        {(data || !error) && (
          <PagedTable
            pages={pages}
            columns={columns}
            what={subject.what}
            selection={selection}
            emptyText={filtered ? t('fleet.emptyFiltered') : emptyText}
          />
        )}
      </Flex>
    </Container>
  );
}
