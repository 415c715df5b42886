import { useApi } from '@backstage/core-plugin-api';
import type {
  EndpointMetricsResponse,
  EntityRef,
  MetricRange,
} from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { mlinfraApiRef } from '../api/mlinfraApiRef';
import { useLatest, type Latest } from './useLatest';

/** The range of the small charts beside endpoints. */
const LIST_RANGE: MetricRange = '24h';

/** Metrics of all endpoints of an entity by one question, asked once `wanted`. */
export function useEntityMetrics(
  entityRef: EntityRef,
  wanted: boolean,
): Latest<EndpointMetricsResponse | undefined> {
  const api = useApi(mlinfraApiRef);
  return useLatest(
    useCallback(
      async () =>
        wanted
          ? api.getEntityMetrics(entityRef, { range: LIST_RANGE })
          : undefined,
      [api, entityRef, wanted],
    ),
  );
}

/** Metrics of one endpoint. */
export function useEndpointMetrics(
  key: string,
  range: MetricRange,
): Latest<EndpointMetricsResponse> {
  const api = useApi(mlinfraApiRef);
  return useLatest(
    useCallback(
      () => api.getEndpointMetrics(key, { range }),
      [api, key, range],
    ),
  );
}
