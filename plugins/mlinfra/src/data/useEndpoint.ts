import { useApi } from '@backstage/core-plugin-api';
import type { EndpointDetailsResponse } from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { mlinfraApiRef } from '../api/mlinfraApiRef';
import { useFollow } from './useFollow';
import { useLatest, type Latest } from './useLatest';

/** A deployment takes minutes, and the backend reads AWS no more often than that. */
const POLL_MS = 15_000;

/** One endpoint with its alarms and requests, kept new while it is updating. */
export function useEndpoint(key: string): Latest<EndpointDetailsResponse> {
  const api = useApi(mlinfraApiRef);
  const latest = useLatest(useCallback(() => api.getEndpoint(key), [api, key]));
  const { data, reload } = latest;
  useFollow({
    channels: [],
    active: data?.endpoint.status === 'updating',
    reload,
    pollMs: POLL_MS,
  });
  return latest;
}
