import { useApi } from '@backstage/core-plugin-api';
import { Flex } from '@backstage/ui';
import type { EntityRef, Pipeline } from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { mlinfraApiRef } from '../../api/mlinfraApiRef';
import { environmentsOf } from '../../data/environmentsOf';
import { startOfPeriod } from '../../data/runPeriods';
import { useFilters } from '../../data/useFilters';
import { useFollowRuns } from '../../data/useFollowRuns';
import { usePages } from '../../data/usePages';
import { useMessages } from '../../translation/useMessages';
import { FilterBar } from '../FilterBar/FilterBar';
import { LoadError } from '../LoadError/LoadError';
import { PAGE_SIZE, PagedTable } from '../PagedTable/PagedTable';
import { RunComparisonBar } from './RunComparisonBar';
import {
  periodChoice,
  pipelineChoice,
  statusOptions,
} from './runFilterChoices';
import { useRunColumns } from './useRunColumns';
import { useRunSelection } from './useRunSelection';

const FILTERS = ['environment', 'status', 'pipelineId', 'period'] as const;

interface EntityRunListProps {
  entityRef: EntityRef;
  pipelines: Pipeline[];
}

/** All runs of one entity, filtered and paged, with two to select for comparison. */
export function EntityRunList({ entityRef, pipelines }: EntityRunListProps) {
  const t = useMessages();
  const api = useApi(mlinfraApiRef);
  const filters = useFilters(FILTERS);
  const columns = useRunColumns(false);
  const { selected, selection } = useRunSelection();
  const chosen = filters.filters;
  const pages = usePages(
    useCallback(
      (cursor: string | undefined) => {
        const { period, ...query } = chosen;
        return api.getEntityRuns(entityRef, {
          ...query,
          from: startOfPeriod(period),
          cursor,
          limit: PAGE_SIZE,
        });
      },
      [api, entityRef, chosen],
    ),
  );
  const { data, error, reload } = pages.latest;
  useFollowRuns(data?.items ?? [], reload);
  const environments = environmentsOf([
    ...pipelines.map(({ environment }) => environment),
    chosen.environment,
  ]);

  return (
    <Flex direction="column" gap="3">
      <FilterBar
        {...filters}
        choices={[
          {
            name: 'environment',
            label: t('fleet.filter.environment'),
            options: environments.map(value => ({ value, label: value })),
          },
          {
            name: 'status',
            label: t('fleet.filter.status'),
            options: statusOptions(t),
          },
          pipelineChoice(pipelines, chosen.pipelineId, t),
          periodChoice(t),
        ]}
      />
      <LoadError
        latest={pages.latest}
        subject={{ what: t('runs.what'), permission: 'inventory' }}
      />
      <RunComparisonBar selected={selected} />
      {(data || !error) && (
        <PagedTable
          pages={pages}
          columns={columns}
          what={t('runs.what')}
          selection={selection}
          emptyText={
            Object.values(chosen).some(Boolean)
              ? t('fleet.emptyFiltered')
              : t('runs.emptyRuns')
          }
        />
      )}
    </Flex>
  );
}
