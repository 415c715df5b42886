import { useApi } from '@backstage/core-plugin-api';
import type { Run } from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { mlinfraApiRef } from '../../api/mlinfraApiRef';
import { startOfPeriod } from '../../data/runPeriods';
import { useFilters } from '../../data/useFilters';
import { useFollowRuns } from '../../data/useFollowRuns';
import type { Pages } from '../../data/usePages';
import { useMessages } from '../../translation/useMessages';
import { RunComparisonBar } from '../Runs/RunComparisonBar';
import {
  periodChoice,
  pipelineChoice,
  statusOptions,
} from '../Runs/runFilterChoices';
import { useRunColumns } from '../Runs/useRunColumns';
import { useRunSelection } from '../Runs/useRunSelection';
import { FLEET_FILTERS, FleetTable, type ListRows } from './FleetTable';

const FILTERS = [...FLEET_FILTERS, 'pipelineId', 'period'] as const;

/** The runs of all entities that the reader may see. @public */
export function FleetRuns() {
  const t = useMessages();
  const api = useApi(mlinfraApiRef);
  const filters = useFilters(FILTERS);
  const columns = useRunColumns(true);
  const { selected, selection } = useRunSelection();
  const list: ListRows<Run, 'pipelineId' | 'period'> = useCallback(
    ({ period, ...query }) =>
      api.listRuns({ ...query, from: startOfPeriod(period) }),
    [api],
  );
  return (
    <FleetTable
      list={list}
      filters={filters}
      columns={columns}
      selection={selection}
      statuses={statusOptions(t)}
      moreFilters={rows => [
        pipelineChoice(
          rows.map(({ pipelineId, pipelineName }) => ({
            id: pipelineId,
            name: pipelineName,
          })),
          filters.filters.pipelineId,
          t,
        ),
        periodChoice(t),
      ]}
      subject={{ what: t('runs.what'), permission: 'inventory' }}
      emptyText={t('fleet.emptyRuns')}
    >
      {pages => (
        <>
          <RunComparisonBar selected={selected} />
          <Following pages={pages} />
        </>
      )}
    </FleetTable>
  );
}

interface FollowingProps {
  pages: Pages<Run>;
}

/** Shows nothing; keeps the page of runs new while one of them goes on. */
function Following({ pages }: FollowingProps) {
  const { data, reload } = pages.latest;
  useFollowRuns(data?.items ?? [], reload);
  return null;
}
