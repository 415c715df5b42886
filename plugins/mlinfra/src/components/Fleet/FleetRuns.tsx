import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type { Run } from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { mlinfraApiRef } from '../../api/mlinfraApiRef';
import { formatAge } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { RUN_STATUSES, RunStatusBadge } from '../StatusBadge/RunStatusBadge';
import { FleetTable, type ListRows } from './FleetTable';

/** The runs of all entities that the reader may see. @public */
export function FleetRuns() {
  const t = useMessages();
  const api = useApi(mlinfraApiRef);
  const list: ListRows<Run> = useCallback(query => api.listRuns(query), [api]);
  const columns: ColumnConfig<Run>[] = [
    {
      id: 'entity',
      width: '2fr',
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
      width: 150,
      label: t('fleet.column.status'),
      cell: ({ status }) => (
        <Cell>
          <RunStatusBadge status={status} />
        </Cell>
      ),
    },
    {
      id: 'started',
      width: '2fr',
      label: t('runs.column.started'),
      cell: ({ startedAt }) => <CellText title={formatAge(startedAt)} />,
    },
  ];
  return (
    <FleetTable
      list={list}
      columns={columns}
      statuses={RUN_STATUSES.map(value => ({
        value,
        label: t(`runs.status.${value}`),
      }))}
      subject={{ what: t('runs.what'), permission: 'inventory' }}
      emptyText={t('fleet.emptyRuns')}
    />
  );
}
