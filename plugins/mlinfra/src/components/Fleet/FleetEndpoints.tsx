import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { mlinfraApiRef } from '../../api/mlinfraApiRef';
import { useFilters } from '../../data/useFilters';
import { formatAge } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { CopyButton } from '../CopyButton/CopyButton';
import {
  ENDPOINT_STATUSES,
  EndpointStatusBadge,
} from '../StatusBadge/EndpointStatusBadge';
import styles from './Fleet.module.css';
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
      width: 130,
      label: t('fleet.column.status'),
      cell: ({ status }) => (
        <Cell>
          <EndpointStatusBadge status={status} />
        </Cell>
      ),
    },
    {
      id: 'environment',
      width: 130,
      label: t('fleet.column.environment'),
      cell: ({ environment }) => (
        <CellText title={environment ?? t('common.anyEnvironment')} />
      ),
    },
    {
      id: 'url',
      width: '5fr',
      label: t('fleet.column.url'),
      cell: ({ name, url }) => (
        <Cell>
          {url ? (
            <div className={styles.url}>
              <code>{url}</code>
              <CopyButton
                text={url}
                what={t('endpoints.field.url', { name })}
              />
            </div>
          ) : (
            name
          )}
        </Cell>
      ),
    },
    {
      id: 'account',
      width: '2fr',
      label: t('fleet.column.account'),
      cell: ({ accountId, accountName, region }) => (
        <CellText title={accountName ?? accountId} description={region} />
      ),
    },
    {
      id: 'collected',
      width: '2fr',
      label: t('fleet.column.collected'),
      cell: ({ collectedAt }) => <CellText title={formatAge(collectedAt)} />,
    },
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
