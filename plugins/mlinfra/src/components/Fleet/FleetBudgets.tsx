import { useApi } from '@backstage/core-plugin-api';
import { CellText, type ColumnConfig } from '@backstage/ui';
import type { Budget, UsdAmount } from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { mlinfraApiRef } from '../../api/mlinfraApiRef';
import { useFilters } from '../../data/useFilters';
import { formatUsd } from '../../format/usd';
import { useMessages } from '../../translation/useMessages';
import {
  BUDGET_STATUSES,
  BudgetStatusBadge,
} from '../StatusBadge/BudgetStatusBadge';
import {
  accountColumn,
  collectedColumn,
  entityColumn,
  environmentColumn,
  statusColumn,
} from './fleetColumns';
import { FLEET_FILTERS, FleetTable, type ListRows } from './FleetTable';

/** The budgets of all entities whose costs the reader may see. @public */
export function FleetBudgets() {
  const t = useMessages();
  const api = useApi(mlinfraApiRef);
  const filters = useFilters(FLEET_FILTERS);
  const list: ListRows<Budget> = useCallback(
    query => api.listBudgets(query),
    [api],
  );
  const amount = (
    id: 'limit' | 'actual' | 'forecast',
    whenAbsent: string,
  ): ColumnConfig<Budget> => ({
    id,
    label: t(`fleet.column.${id}`),
    cell: budget => {
      const value: UsdAmount | undefined = budget[id];
      return (
        <CellText title={value === undefined ? whenAbsent : formatUsd(value)} />
      );
    },
  });
  const columns: ColumnConfig<Budget>[] = [
    { ...entityColumn(t), isRowHeader: true },
    statusColumn(t, ({ status }) => <BudgetStatusBadge status={status} />),
    environmentColumn(t),
    amount('actual', t('budgets.actualUnknown')),
    amount('forecast', t('budgets.forecastUnknown')),
    amount('limit', ''),
    {
      id: 'used',
      label: t('fleet.column.used'),
      cell: ({ usedPercent }) => (
        <CellText
          title={usedPercent === undefined ? '–' : `${usedPercent} %`}
        />
      ),
    },
    accountColumn(t),
    collectedColumn(t),
  ];
  return (
    <FleetTable
      list={list}
      filters={filters}
      columns={columns}
      statuses={BUDGET_STATUSES.map(value => ({
        value,
        label: t(`budgets.status.${value}`),
      }))}
      subject={{ what: t('budgets.what'), permission: 'cost' }}
      emptyText={t('fleet.emptyBudgets')}
    />
  );
}
