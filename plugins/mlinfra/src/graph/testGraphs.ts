import type {
  GraphState,
  GraphTransition,
  PipelineGraph,
} from '@mlinfra/plugin-mlinfra-common';

/** A Task, unless said otherwise. */
export function graphState(
  id: string,
  overrides: Partial<GraphState> = {},
): GraphState {
  return {
    id,
    kind: 'Task',
    type: 'Task',
    start: false,
    end: false,
    retriesOn: [],
    ...overrides,
  };
}

/** A plain way, unless said otherwise. */
export function way(
  from: string,
  to: string,
  overrides: Partial<GraphTransition> = {},
): GraphTransition {
  return { from, to, kind: 'next', ...overrides };
}

/** A graph without problems. */
export function graphOf(
  states: GraphState[],
  transitions: GraphTransition[] = [],
): PipelineGraph {
  return { states, transitions, problems: [] };
}

/** Fetch, then two branches at once, one of them with a Map, then Report; errors go to Failed. */
export function nestedGraph(): PipelineGraph {
  return graphOf(
    [
      graphState('Fetch', { start: true }),
      graphState('Both', { kind: 'Parallel', type: 'Parallel' }),
      graphState('Left', { parent: 'Both', branch: 0, start: true, end: true }),
      graphState('Each', {
        parent: 'Both',
        branch: 1,
        kind: 'Map',
        type: 'Map',
        start: true,
        end: true,
      }),
      graphState('Resize', { parent: 'Each', branch: 0, start: true }),
      graphState('Store', { parent: 'Each', branch: 0, end: true }),
      graphState('Report', { end: true }),
      graphState('Failed', { kind: 'Fail', type: 'Fail', end: true }),
    ],
    [
      way('Fetch', 'Both'),
      way('Resize', 'Store'),
      way('Both', 'Report'),
      way('Both', 'Failed', { kind: 'catch', label: 'any error' }),
      way('Fetch', 'Failed', { kind: 'catch', label: 'any error' }),
    ],
  );
}
