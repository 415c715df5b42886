import type { EntityRunsResponse } from '@mlinfra/plugin-mlinfra-common';
import type { Collected } from './collected';

/** How old an entity's runs are: as old as the list of each pipeline's runs. */
export function collectedRuns(data: EntityRunsResponse): Collected {
  return {
    items: data.pipelines.map(({ id, runsCollectedAt, collectedAt }) => ({
      id,
      collectedAt: runsCollectedAt ?? collectedAt,
    })),
    collections: data.collections,
  };
}
