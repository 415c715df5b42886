import type { Account } from '@mlinfra/plugin-mlinfra-common';
import { environmentsOf } from '../../data/environmentsOf';
import type { Filters } from '../../data/useFilters';
import { useMessages } from '../../translation/useMessages';
import { FilterBar, type FilterChoice } from '../FilterBar/FilterBar';

/** The filters of every fleet list; some lists have more. */
export type FleetFilterName = 'environment' | 'accountId' | 'status';

/** What a filter must know of a row. */
export interface FleetRow {
  environment?: string;
  accountId: string;
  accountName?: string;
}

interface FleetFilterBarProps<Name extends string>
  extends Filters<Name | FleetFilterName> {
  statuses: { value: string; label: string }[];
  /** Empty for those who may not see the accounts. */
  accounts: Account[];
  rows: FleetRow[];
  more: FilterChoice<Name>[];
}

/** Narrows a fleet list by environment, account and status. */
export function FleetFilterBar<Name extends string>(
  props: FleetFilterBarProps<Name>,
) {
  const { filters, setFilter, clear, statuses, accounts, rows, more } = props;
  const t = useMessages();
  const { environment, accountId }: Partial<Record<FleetFilterName, string>> =
    filters;
  const environments = environmentsOf([
    ...accounts.flatMap(account => account.environments),
    ...rows.map(row => row.environment),
    environment,
  ]);
  const accountNames = new Map([
    ...(accountId ? [[accountId, undefined] as const] : []),
    ...rows.map(row => [row.accountId, row.accountName] as const),
    ...accounts.map(account => [account.accountId, account.name] as const),
  ]);
  return (
    <FilterBar
      filters={filters}
      setFilter={setFilter}
      clear={clear}
      choices={[
        {
          name: 'environment',
          label: t('fleet.filter.environment'),
          options: environments.map(value => ({ value, label: value })),
        },
        {
          name: 'accountId',
          label: t('fleet.filter.account'),
          options: [...accountNames].map(([value, name]) => ({
            value,
            label: name ? `${name} (${value})` : value,
          })),
        },
        { name: 'status', label: t('fleet.filter.status'), options: statuses },
        ...more,
      ]}
    />
  );
}
