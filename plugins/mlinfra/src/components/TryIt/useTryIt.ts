import { useApi } from '@backstage/core-plugin-api';
import type {
  TryEndpointRequest,
  TryEndpointResponse,
} from '@mlinfra/plugin-mlinfra-common';
import { useCallback, useState } from 'react';
import { mlinfraApiRef } from '../../api/mlinfraApiRef';
import { useAction } from '../../data/useAction';

/** A request that can be sent, and what has come of the last one. */
export interface Try {
  send: (request: TryEndpointRequest) => void;
  pending: boolean;
  answer?: TryEndpointResponse;
  error?: Error;
}

/** Sends requests to one endpoint, one at a time; an answer goes with the next request. */
export function useTryIt(key: string): Try {
  const api = useApi(mlinfraApiRef);
  const [answer, setAnswer] = useState<TryEndpointResponse>();
  const { run, pending, error } = useAction(
    useCallback(
      (request: TryEndpointRequest) => api.tryEndpoint(key, request),
      [api, key],
    ),
    setAnswer,
  );
  const send = useCallback(
    (request: TryEndpointRequest) => {
      setAnswer(undefined);
      run(request);
    },
    [run],
  );
  return { send, pending, answer, error };
}
