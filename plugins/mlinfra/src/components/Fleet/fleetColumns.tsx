import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type { EntityRef, Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { ReactNode } from 'react';
import { formatAge } from '../../format/instant';
import type { Messages } from '../../translation/useMessages';

/** Whose a row is. */
export function entityColumn<T extends { id: string; entityRef: EntityRef }>(
  t: Messages,
): ColumnConfig<T> {
  return {
    id: 'entity',
    label: t('fleet.column.entity'),
    cell: ({ entityRef }) => (
      <Cell>
        <EntityRefLink entityRef={entityRef} defaultKind="component" />
      </Cell>
    ),
  };
}

/** How a row stands, as a badge. */
export function statusColumn<T extends { id: string }>(
  t: Messages,
  badge: (row: T) => ReactNode,
): ColumnConfig<T> {
  return {
    id: 'status',
    label: t('fleet.column.status'),
    cell: row => <Cell>{badge(row)}</Cell>,
  };
}

/** The environment that a row belongs to. */
export function environmentColumn<
  T extends { id: string; environment?: string },
>(t: Messages): ColumnConfig<T> {
  return {
    id: 'environment',
    label: t('fleet.column.environment'),
    cell: ({ environment }) => (
      <CellText title={environment ?? t('common.anyEnvironment')} />
    ),
  };
}

/** The account that a row lies in, and its region where it has one. */
export function accountColumn<
  T extends {
    id: string;
    accountId: string;
    accountName?: string;
    region?: string;
  },
>(t: Messages): ColumnConfig<T> {
  return {
    id: 'account',
    label: t('fleet.column.account'),
    cell: ({ accountId, accountName, region }) => (
      <CellText title={accountName ?? accountId} description={region} />
    ),
  };
}

/** When a row was read from AWS. */
export function collectedColumn<
  T extends { id: string; collectedAt: Timestamp },
>(t: Messages): ColumnConfig<T> {
  return {
    id: 'collected',
    label: t('fleet.column.collected'),
    cell: ({ collectedAt }) => <CellText title={formatAge(collectedAt)} />,
  };
}
