import type {
  EntityRef,
  EntityRunsResponse,
} from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import type { Collected } from './collected';
import { collectedRuns } from './collectedRuns';
import type { Latest } from './useLatest';
import { useRefresh, type Refresh } from './useRefresh';

/** What is on a page together. */
export interface RefreshedParts {
  endpoints: Latest<Collected>;
  budgets: Latest<Collected>;
  runs: Latest<EntityRunsResponse>;
}

/** One refresh for all answers on one page: it is done when all are new. */
export function useRefreshOfAll(
  entityRef: EntityRef,
  { endpoints, budgets, runs }: RefreshedParts,
): Refresh {
  const { reload: reloadEndpoints } = endpoints;
  const { reload: reloadBudgets } = budgets;
  const { reload: reloadRuns } = runs;
  const reload = useCallback(
    async () =>
      together(
        ...(await Promise.all([
          reloadEndpoints(),
          reloadBudgets(),
          reloadRuns(),
        ])),
      ),
    [reloadEndpoints, reloadBudgets, reloadRuns],
  );
  return useRefresh({ entityRef, reload });
}

/** What is known together; a part may be missing where the reader may not see it. */
function together(
  endpoints: Collected | undefined,
  budgets: Collected | undefined,
  runs: EntityRunsResponse | undefined,
): Collected | undefined {
  const parts = [endpoints, budgets, runs && collectedRuns(runs)].filter(
    part => part !== undefined,
  );
  return parts.length === 0
    ? undefined
    : {
        items: parts.flatMap(({ items }) => items),
        collections: parts.flatMap(({ collections }) => collections),
      };
}
