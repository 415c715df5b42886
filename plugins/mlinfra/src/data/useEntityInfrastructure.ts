import { useApi } from '@backstage/core-plugin-api';
import type {
  EntityBudgetsResponse,
  EntityEndpointsResponse,
  EntityRef,
} from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { mlinfraApiRef } from '../api/mlinfraApiRef';
import { useLatest, type Latest } from './useLatest';

/** The endpoints of one entity. */
export function useEntityEndpoints(
  entityRef: EntityRef,
): Latest<EntityEndpointsResponse> {
  const api = useApi(mlinfraApiRef);
  return useLatest(
    useCallback(() => api.getEntityEndpoints(entityRef), [api, entityRef]),
  );
}

/** The budgets of one entity. */
export function useEntityBudgets(
  entityRef: EntityRef,
): Latest<EntityBudgetsResponse> {
  const api = useApi(mlinfraApiRef);
  return useLatest(
    useCallback(() => api.getEntityBudgets(entityRef), [api, entityRef]),
  );
}
