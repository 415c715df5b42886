import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type { Run } from '@mlinfra/plugin-mlinfra-common';
import { isGoingOn } from '../../data/isGoingOn';
import { formatDuration } from '../../format/duration';
import { formatAge } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { runCostText } from '../RunCost/RunCost';
import { RunStatusBadge } from '../StatusBadge/RunStatusBadge';
import { RunLink } from './RunLink';

/** The columns of a list of runs; over all entities it says whose each run is. */
export function useRunColumns(ofAllEntities: boolean): ColumnConfig<Run>[] {
  const t = useMessages();
  const columns: (ColumnConfig<Run> | false)[] = [
    {
      id: 'run',
      width: '3fr',
      label: t('runs.column.run'),
      isRowHeader: true,
      cell: run => (
        <Cell>
          <RunLink run={run} />
        </Cell>
      ),
    },
    {
      id: 'status',
      width: 150,
      label: t('runs.column.status'),
      cell: ({ status }) => (
        <Cell>
          <RunStatusBadge status={status} />
        </Cell>
      ),
    },
    ofAllEntities && {
      id: 'entity',
      width: '2fr',
      label: t('runs.column.entity'),
      cell: ({ entityRef }) => (
        <Cell>
          <EntityRefLink entityRef={entityRef} defaultKind="component" />
        </Cell>
      ),
    },
    {
      id: 'pipeline',
      width: '3fr',
      label: t('runs.column.pipeline'),
      cell: ({ pipelineName, environment }) => (
        <CellText
          title={pipelineName}
          description={environment ?? t('common.anyEnvironment')}
        />
      ),
    },
    ofAllEntities && {
      id: 'account',
      width: '2fr',
      label: t('runs.column.account'),
      cell: ({ accountId, accountName, region }) => (
        <CellText title={accountName ?? accountId} description={region} />
      ),
    },
    {
      id: 'started',
      width: '2fr',
      label: t('runs.column.started'),
      cell: ({ startedAt }) => <CellText title={formatAge(startedAt)} />,
    },
    {
      id: 'duration',
      width: 120,
      label: t('runs.column.duration'),
      cell: run => <CellText title={durationOf(run)} />,
    },
    {
      id: 'cost',
      width: 140,
      label: t('runs.column.cost'),
      cell: ({ cost }) => <CellText title={cost ? runCostText(cost, t) : ''} />,
    },
  ];
  return columns.filter(column => column !== false);
}

function durationOf(run: Run): string {
  return run.stoppedAt || isGoingOn(run)
    ? formatDuration(run.startedAt, run.stoppedAt)
    : '';
}
