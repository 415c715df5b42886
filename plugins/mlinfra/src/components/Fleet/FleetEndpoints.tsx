import { useApi } from '@backstage/core-plugin-api';
import { Cell, Flex, Text, type ColumnConfig } from '@backstage/ui';
import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { mlinfraApiRef } from '../../api/mlinfraApiRef';
import { useFilters } from '../../data/useFilters';
import { useMessages } from '../../translation/useMessages';
import { EndpointLink } from '../Endpoints/EndpointLink';
import { EndpointUrl } from '../Endpoints/EndpointUrl';
import { ENDPOINT_KINDS, knownKind } from '../Endpoints/knownKind';
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

const FILTERS = [...FLEET_FILTERS, 'kind'] as const;

/** The endpoints of all entities that the reader may see. @public */
export function FleetEndpoints() {
  const t = useMessages();
  const api = useApi(mlinfraApiRef);
  const filters = useFilters(FILTERS);
  const list: ListRows<Endpoint, 'kind'> = useCallback(
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
      id: 'endpoint',
      width: '5fr',
      label: t('fleet.column.endpoint'),
      cell: endpoint => (
        <Cell>
          <Flex direction="column" gap="1">
            <EndpointLink endpoint={endpoint} variant="body-small" />
            {endpoint.url && (
              <EndpointUrl
                endpoint={{ name: endpoint.name, url: endpoint.url }}
              />
            )}
          </Flex>
        </Cell>
      ),
    },
    {
      id: 'kind',
      width: 120,
      label: t('endpoints.field.kind'),
      cell: ({ kind }) => {
        const known = knownKind(kind);
        return (
          <Cell>
            <Text variant="body-medium">
              {known ? t(`endpoints.kind.${known}`) : kind}
            </Text>
          </Cell>
        );
      },
    },
    { ...accountColumn(t), width: '2fr' },
    { ...collectedColumn(t), width: 140 },
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
      moreFilters={() => [
        {
          name: 'kind',
          label: t('endpoints.field.kind'),
          options: ENDPOINT_KINDS.map(value => ({
            value,
            label: t(`endpoints.kind.${value}`),
          })),
        },
      ]}
      subject={{ what: t('endpoints.what'), permission: 'inventory' }}
      emptyText={t('fleet.emptyEndpoints')}
    />
  );
}
