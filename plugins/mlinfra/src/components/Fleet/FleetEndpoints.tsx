import { useApi } from '@backstage/core-plugin-api';
import { Cell, type ColumnConfig } from '@backstage/ui';
import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { mlinfraApiRef } from '../../api/mlinfraApiRef';
import { useFilters } from '../../data/useFilters';
import { useMessages } from '../../translation/useMessages';
import { EndpointUrl } from '../Endpoints/EndpointUrl';
import {
  ENDPOINT_STATUSES,
  EndpointStatusBadge,
} from '../StatusBadge/EndpointStatusBadge';
import {
  accountColumn,
  collectedColumn,
  entityColumn,
  environmentColumn,
  statusColumn,
} from './fleetColumns';
import { FLEET_FILTERS, FleetTable, type ListRows } from './FleetTable';

/** The endpoints of all entities that the reader may see. @public */
export function FleetEndpoints() {
  const t = useMessages();
  const api = useApi(mlinfraApiRef);
  const filters = useFilters(FLEET_FILTERS);
  const list: ListRows<Endpoint> = useCallback(
    query => api.listEndpoints(query),
    [api],
  );
  const columns: ColumnConfig<Endpoint>[] = [
    { ...entityColumn(t), width: '2fr', isRowHeader: true },
    {
      ...statusColumn(t, ({ status }) => (
        <EndpointStatusBadge status={status} />
      )),
      width: 130,
    },
    { ...environmentColumn(t), width: 130 },
    {
      id: 'url',
      width: '5fr',
      label: t('fleet.column.url'),
      cell: ({ name, url }) => (
        <Cell>{url ? <EndpointUrl endpoint={{ name, url }} /> : name}</Cell>
      ),
    },
    { ...accountColumn(t), width: '2fr' },
    { ...collectedColumn(t), width: '2fr' },
  ];
  return (
    <FleetTable
      list={list}
      filters={filters}
      columns={columns}
      statuses={ENDPOINT_STATUSES.map(value => ({
        value,
        label: t(`endpoints.status.${value}`),
      }))}
      subject={{ what: t('endpoints.what'), permission: 'inventory' }}
      emptyText={t('fleet.emptyEndpoints')}
    />
  );
}
