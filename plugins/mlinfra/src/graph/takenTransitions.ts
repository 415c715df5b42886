import type {
  GraphTransition,
  PipelineGraph,
  RunStep,
} from '@mlinfra/plugin-mlinfra-common';
import { stateTree } from './stateTree';

/**
 * The transitions that a run has taken: those between two states that were
 * entered one after the other in the same branch or iteration. Where both an
 * error and the usual way lead to the same state, how the first one ended
 * tells which it was.
 */
export function takenTransitions(
  graph: PipelineGraph,
  steps: RunStep[],
): Set<GraphTransition> {
  const tree = stateTree(graph);
  const lastEntered = new Map<string, RunStep>();
  const taken = new Set<GraphTransition>();
  const inOrder = [...steps].sort(
    (a, b) => Date.parse(a.enteredAt) - Date.parse(b.enteredAt),
  );
  for (const step of inOrder) {
    const { stateName, iteration } = step;
    const place = JSON.stringify([
      tree.groupOf(stateName),
      tree.states.get(stateName)?.branch,
      iteration,
    ]);
    const previous = lastEntered.get(place);
    if (previous) {
      for (const way of waysBetween(graph, previous, stateName)) {
        taken.add(way);
      }
    }
    lastEntered.set(place, step);
  }
  return taken;
}

function waysBetween(
  graph: PipelineGraph,
  { stateName: from, status }: RunStep,
  to: string,
): GraphTransition[] {
  const ways = graph.transitions.filter(
    way => way.from === from && way.to === to,
  );
  const fitting = ways.filter(
    ({ kind }) => (kind === 'catch') === (status === 'caught'),
  );
  return fitting.length > 0 ? fitting : ways;
}
