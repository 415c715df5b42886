import type { PipelineGraph, RunStep } from '@mlinfra/plugin-mlinfra-common';
import { stateTree } from './stateTree';

/** Names a transition by its ends. */
export function transitionKey({ from, to }: { from: string; to: string }) {
  return JSON.stringify([from, to]);
}

/**
 * The transitions that a run has taken, by key: those between two states that
 * were entered one after the other in the same branch or iteration.
 */
export function takenTransitions(
  graph: PipelineGraph,
  steps: RunStep[],
): Set<string> {
  const tree = stateTree(graph);
  const lastEntered = new Map<string, string>();
  const taken = new Set<string>();
  const inOrder = [...steps].sort(
    (a, b) => Date.parse(a.enteredAt) - Date.parse(b.enteredAt),
  );
  for (const { stateName, iteration } of inOrder) {
    const place = JSON.stringify([
      tree.groupOf(stateName),
      tree.states.get(stateName)?.branch,
      iteration,
    ]);
    const previous = lastEntered.get(place);
    if (previous !== undefined) {
      taken.add(transitionKey({ from: previous, to: stateName }));
    }
    lastEntered.set(place, stateName);
  }
  return taken;
}
