import type { RunStep } from '@mlinfra/plugin-mlinfra-common';
import { stateProgress } from './stateProgress';
import { takenTransitions } from './takenTransitions';
import { graphOf, graphState, nestedGraph, way } from './testGraphs';

const at = (second: number) =>
  new Date(Date.UTC(2026, 0, 1, 12, 0, second)).toISOString();

function step(
  stateName: string,
  second: number,
  overrides: Partial<RunStep> = {},
): RunStep {
  return {
    id: `${stateName}-${second}`,
    stateName,
    stateType: 'Task',
    status: 'succeeded',
    enteredAt: at(second),
    exitedAt: at(second + 1),
    attempts: [],
    ...overrides,
  };
}

const running = { status: 'running', exitedAt: undefined } as const;

describe('stateProgress', () => {
  const graph = nestedGraph();

  it('knows nothing of a state that was not reached', () => {
    expect(stateProgress(graph, []).has('Fetch')).toBe(false);
  });

  it('prefers the entry that runs or failed to the ones that went well', () => {
    const progress = stateProgress(graph, [
      step('Resize', 1, { iteration: 0 }),
      step('Resize', 2, { iteration: 1, status: 'failed' }),
      step('Resize', 3, { iteration: 2 }),
    ]).get('Resize');
    expect(progress?.status).toBe('failed');
    expect(progress?.step.iteration).toBe(1);
    expect(progress?.steps).toHaveLength(3);
  });

  it('takes the last of equal entries', () => {
    const progress = stateProgress(graph, [
      step('Fetch', 5),
      step('Fetch', 1),
    ]).get('Fetch');
    expect(progress?.step.enteredAt).toBe(at(5));
  });

  it('counts the iterations of a Map', () => {
    const map = { stateType: 'Map', ...running };
    const steps = [
      step('Each', 0, map),
      step('Resize', 1, { iteration: 0 }),
      step('Resize', 1, { iteration: 1 }),
      step('Resize', 1, { iteration: 2, status: 'failed' }),
      step('Store', 2, { iteration: 0 }),
      step('Store', 2, { iteration: 1, ...running }),
    ];
    expect(stateProgress(graph, steps).get('Each')?.iterations).toEqual({
      done: 1,
      begun: 3,
    });
    expect(
      stateProgress(graph, [
        step('Each', 0, { stateType: 'Map' }),
        ...steps.slice(1),
      ]).get('Each')?.iterations,
    ).toEqual({ done: 3, begun: 3 });
    expect(
      stateProgress(graph, [step('Each', 0, map)]).get('Each')?.iterations,
    ).toBeUndefined();
  });
});

describe('takenTransitions', () => {
  const ways = (steps: RunStep[], graph = nestedGraph()) =>
    [...takenTransitions(graph, steps)].map(
      ({ from, to, kind }) => `${from} ${kind} ${to}`,
    );

  it('follows each branch and iteration by itself', () => {
    expect(
      ways([
        step('Fetch', 0),
        step('Both', 1),
        step('Left', 2),
        step('Each', 2),
        step('Resize', 3, { iteration: 0 }),
        step('Resize', 4, { iteration: 1 }),
        step('Store', 5, { iteration: 0 }),
        step('Report', 7),
      ]),
    ).toEqual(['Fetch next Both', 'Resize next Store', 'Both next Report']);
  });

  it('tells the way of an error from the usual one to the same state', () => {
    const graph = graphOf(
      [graphState('A'), graphState('B')],
      [way('A', 'B'), way('A', 'B', { kind: 'catch' })],
    );
    expect(ways([step('A', 0), step('B', 1)], graph)).toEqual(['A next B']);
    expect(
      ways([step('A', 0, { status: 'caught' }), step('B', 1)], graph),
    ).toEqual(['A catch B']);
  });
});
