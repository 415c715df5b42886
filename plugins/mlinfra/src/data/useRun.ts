import { useApi } from '@backstage/core-plugin-api';
import type { RunDetailsResponse } from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { mlinfraApiRef } from '../api/mlinfraApiRef';
import { isGoingOn } from './isGoingOn';
import { useFollow } from './useFollow';
import { useLatest, type Latest } from './useLatest';

/** One run with its steps, kept new while it goes on or its history is being read. */
export function useRun(id: string): Latest<RunDetailsResponse> {
  const api = useApi(mlinfraApiRef);
  const latest = useLatest(useCallback(() => api.getRun(id), [api, id]));
  const { data, reload } = latest;
  useFollow({
    channels: data ? [data.channel] : [],
    active:
      data !== undefined &&
      (isGoingOn(data.run) || data.history.state === 'reading'),
    reload,
  });
  return latest;
}
