import type {
  PipelineGraph,
  RunStep,
  StepStatus,
} from '@mlinfra/plugin-mlinfra-common';
import { stateTree } from './stateTree';

/** How far a state of a run is. A state that was not reached has none. */
export interface StateProgress {
  status: StepStatus;
  /** All entries of the state, the first one first. */
  steps: RunStep[];
  /** The entry that tells most: one that runs, else one that failed, else the last. */
  step: RunStep;
  /** Of the entry that tells most. */
  attempts: number;
  /** Iterations of a Map; absent for other states and before the first one. */
  iterations?: { done: number; begun: number };
}

/** First what needs a look, then what is over. */
const TELLING: StepStatus[] = [
  'running',
  'failed',
  'timed-out',
  'aborted',
  'unknown',
  'caught',
  'succeeded',
];

/** Sorts the steps of a run by the states of its graph. */
export function stateProgress(
  graph: PipelineGraph,
  steps: RunStep[],
): Map<string, StateProgress> {
  const byState = new Map<string, RunStep[]>();
  for (const step of [...steps].sort(byTime)) {
    byState.set(step.stateName, [...(byState.get(step.stateName) ?? []), step]);
  }
  const tree = stateTree(graph);
  return new Map(
    [...byState].map(([state, entries]): [string, StateProgress] => {
      const step = mostTelling(entries);
      return [
        state,
        {
          status: step.status,
          steps: entries,
          step,
          attempts: step.attempts.length,
          iterations:
            step.stateType === 'Map'
              ? countIterations(
                  step,
                  tree.childrenOf(state).map(({ id }) => id),
                  byState,
                )
              : undefined,
        },
      ];
    }),
  );
}

function byTime(a: RunStep, b: RunStep): number {
  return Date.parse(a.enteredAt) - Date.parse(b.enteredAt);
}

function mostTelling(entries: RunStep[]): RunStep {
  const rank = ({ status }: RunStep) => {
    const index = TELLING.indexOf(status);
    // A status that only a newer backend knows must be seen, like `unknown`.
    return index === -1 ? TELLING.indexOf('unknown') : index;
  };
  return entries.reduce((best, entry) =>
    rank(entry) <= rank(best) ? entry : best,
  );
}

/**
 * An iteration is done when nothing in it runs and its last state did not
 * fail; all of them are when the Map itself has succeeded.
 */
function countIterations(
  map: RunStep,
  states: string[],
  byState: Map<string, RunStep[]>,
): StateProgress['iterations'] {
  const iterations = new Map<number, RunStep[]>();
  for (const step of states.flatMap(state => byState.get(state) ?? [])) {
    if (step.iteration !== undefined) {
      iterations.set(step.iteration, [
        ...(iterations.get(step.iteration) ?? []),
        step,
      ]);
    }
  }
  if (iterations.size === 0) {
    return undefined;
  }
  const done =
    map.status === 'succeeded'
      ? iterations.size
      : [...iterations.values()].filter(isDone).length;
  return { done, begun: iterations.size };
}

function isDone(steps: RunStep[]): boolean {
  return (
    steps.every(({ exitedAt }) => exitedAt !== undefined) &&
    [...steps].sort(byTime).at(-1)?.status === 'succeeded'
  );
}
