import { useApi } from '@backstage/core-plugin-api';
import type { EntityRef, Run } from '@mlinfra/plugin-mlinfra-common';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { mlinfraApiRef } from '../../api/mlinfraApiRef';
import { useOptionalRoute } from '../../api/useOptionalRoute';
import { newClientToken } from '../../data/clientToken';
import { useAction } from '../../data/useAction';
import { runRouteRef } from '../../routes';

interface StartOptions {
  entityRef: EntityRef;
  onStarted?: (run: Run) => void;
  onClose: () => void;
}

/**
 * Starts a run and goes to its page. All tries while the dialog is open carry
 * one token, so that a try after a lost answer starts nothing twice.
 */
export function useStartRun({ entityRef, onStarted, onClose }: StartOptions) {
  const api = useApi(mlinfraApiRef);
  const navigate = useNavigate();
  const runPath = useOptionalRoute(runRouteRef);
  const [clientToken] = useState(newClientToken);
  /** The error about an input that was edited since. */
  const [forgotten, setForgotten] = useState<Error>();

  const { run, pending, error } = useAction(
    useCallback(
      (pipelineId: string, input: Record<string, unknown>) =>
        api.startRun(entityRef, { pipelineId, input, clientToken }),
      [api, entityRef, clientToken],
    ),
    answer => {
      onClose();
      onStarted?.(answer.run);
      if (runPath) {
        navigate(runPath({ id: answer.run.id }));
      }
    },
  );
  return {
    run,
    pending,
    error: error === forgotten ? undefined : error,
    forget: () => setForgotten(error),
  };
}
