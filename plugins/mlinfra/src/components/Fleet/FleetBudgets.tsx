import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type { Budget, UsdAmount } from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { mlinfraApiRef } from '../../api/mlinfraApiRef';
import { formatUsd } from '../../format/usd';
import { useFilters } from '../../data/useFilters';
import { formatAge } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import {
  BUDGET_STATUSES,
  BudgetStatusBadge,
} from '../StatusBadge/BudgetStatusBadge';
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
    {
      id: 'entity',
      label: t('fleet.column.entity'),
      isRowHeader: true,
      cell: ({ entityRef }) => (
        <Cell>
          <EntityRefLink entityRef={entityRef} defaultKind="component" />
        </Cell>
      ),
    },
    {
      id: 'status',
      label: t('fleet.column.status'),
      cell: ({ status }) => (
        <Cell>
          <BudgetStatusBadge status={status} />
        </Cell>
      ),
    },
    {
      id: 'environment',
      label: t('fleet.column.environment'),
      cell: ({ environment }) => (
        <CellText title={environment ?? t('common.anyEnvironment')} />
      ),
    },
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
    {
      id: 'account',
      label: t('fleet.column.account'),
      cell: ({ accountId, accountName }) => (
        <CellText title={accountName ?? accountId} />
      ),
    },
    {
      id: 'collected',
      label: t('fleet.column.collected'),
      cell: ({ collectedAt }) => <CellText title={formatAge(collectedAt)} />,
    },
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
