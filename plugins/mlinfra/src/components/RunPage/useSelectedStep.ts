import type { RunStep } from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What is open beside the run: an entry of a state, or a state that was not entered. */
export interface SelectedStep {
  stateName: string;
  step?: RunStep;
}

/**
 * What is open, kept in the address: `step` for an entry, `state` for a state
 * without one. Back closes it again, and a link leads to it.
 */
export function useSelectedStep(steps: RunStep[]) {
  const [parameters, setParameters] = useSearchParams();
  const stepId = parameters.get('step');
  const stateName = parameters.get('state');

  const open = useCallback(
    (state: string, id?: string) =>
      setParameters(previous => {
        const next = new URLSearchParams(previous);
        next.delete('step');
        next.delete('state');
        next.set(id === undefined ? 'state' : 'step', id ?? state);
        return next;
      }),
    [setParameters],
  );
  const close = useCallback(
    () =>
      setParameters(previous => {
        const next = new URLSearchParams(previous);
        next.delete('step');
        next.delete('state');
        return next;
      }),
    [setParameters],
  );
  return { selected: selectedStep(steps, stepId, stateName), open, close };
}

function selectedStep(
  steps: RunStep[],
  stepId: string | null,
  stateName: string | null,
): SelectedStep | undefined {
  if (stepId !== null) {
    const step = steps.find(({ id }) => id === stepId);
    return step && { stateName: step.stateName, step };
  }
  if (stateName === null) {
    return undefined;
  }
  // Since it was opened the run may have come here.
  return {
    stateName,
    step: steps.filter(step => step.stateName === stateName).at(-1),
  };
}
