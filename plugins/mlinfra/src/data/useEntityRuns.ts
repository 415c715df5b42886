import { useApi } from '@backstage/core-plugin-api';
import type {
  EntityRef,
  EntityRunsResponse,
} from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { mlinfraApiRef } from '../api/mlinfraApiRef';
import { useFollowRuns } from './useFollowRuns';
import { useLatest, type Latest } from './useLatest';

/** An entity's pipelines and its newest runs, kept new while one goes on. */
export function useEntityRuns(
  entityRef: EntityRef,
  limit: number,
): Latest<EntityRunsResponse> {
  const api = useApi(mlinfraApiRef);
  const latest = useLatest(
    useCallback(
      () => api.getEntityRuns(entityRef, { limit }),
      [api, entityRef, limit],
    ),
  );
  const { data, reload } = latest;
  useFollowRuns(data ? knownRuns(data) : [], reload);
  return latest;
}

function knownRuns({ items, pipelines }: EntityRunsResponse) {
  const listed = new Set(items.map(({ id }) => id));
  return [
    ...items,
    ...pipelines.flatMap(({ latestRun }) =>
      latestRun && !listed.has(latestRun.id) ? [latestRun] : [],
    ),
  ];
}
