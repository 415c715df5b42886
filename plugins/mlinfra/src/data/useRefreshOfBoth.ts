import type { EntityRef } from '@mlinfra/plugin-mlinfra-common';
import { useCallback, useMemo } from 'react';
import type { Collected } from './collected';
import type { Latest } from './useLatest';
import { useRefresh, type Refresh } from './useRefresh';

/** One refresh for two answers on one page: it is done when both are new. */
export function useRefreshOfBoth(
  entityRef: EntityRef,
  endpoints: Latest<Collected>,
  budgets: Latest<Collected>,
): Refresh {
  const { data: endpointData, reload: reloadEndpoints } = endpoints;
  const { data: budgetData, reload: reloadBudgets } = budgets;
  const current = useMemo(
    () => both(endpointData, budgetData),
    [endpointData, budgetData],
  );
  const reload = useCallback(
    async () =>
      both(...(await Promise.all([reloadEndpoints(), reloadBudgets()]))),
    [reloadEndpoints, reloadBudgets],
  );
  return useRefresh({ entityRef, current, reload });
}

/** What is known together; one part may be missing where the reader may not see it. */
function both(
  first: Collected | undefined,
  second: Collected | undefined,
): Collected | undefined {
  if (!first || !second) {
    return first ?? second;
  }
  return {
    items: [...first.items, ...second.items],
    collections: [...first.collections, ...second.collections],
  };
}
