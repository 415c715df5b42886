import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type { Run } from '@mlinfra/plugin-mlinfra-common';
import { formatAge } from '../../format/instant';
import { useMessages, type Messages } from '../../translation/useMessages';
import { entityColumn, statusColumn } from '../Fleet/fleetColumns';
import { runCostText } from '../RunCost/RunCost';
import { RunStatusBadge } from '../StatusBadge/RunStatusBadge';
import { durationText } from './durationText';
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
      ...statusColumn<Run>(t, ({ status }) => (
        <RunStatusBadge status={status} />
      )),
      width: 150,
    },
    ofAllEntities && { ...entityColumn<Run>(t), width: '2fr' },
    {
      id: 'pipeline',
      width: '4fr',
      label: t('runs.column.pipeline'),
      cell: run => (
        <CellText
          title={run.pipelineName}
          description={placeOf(run, ofAllEntities, t)}
        />
      ),
    },
    {
      id: 'started',
      width: '2fr',
      label: t('runs.column.started'),
      cell: run => (
        <CellText
          title={formatAge(run.startedAt)}
          description={durationText(run, t)}
        />
      ),
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

function placeOf(run: Run, withAccount: boolean, t: Messages): string {
  const { accountId, accountName, region } = run;
  const environment = run.environment ?? t('common.anyEnvironment');
  return withAccount
    ? `${environment} · ${accountName ?? accountId} · ${region}`
    : environment;
}
