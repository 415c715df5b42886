import type { GraphTransition } from '@mlinfra/plugin-mlinfra-common';
import { withoutParallelWays } from './withoutParallelWays';

const merged = (...transitions: GraphTransition[]) =>
  withoutParallelWays({ states: [], problems: [], transitions }).transitions;

describe('withoutParallelWays', () => {
  it('leaves a condition out where the state is reached otherwise too', () => {
    expect(
      merged(
        { from: 'Where', to: 'Baseline', kind: 'choice', label: 'x is a' },
        { from: 'Where', to: 'Prune', kind: 'choice', label: 'x is b' },
        { from: 'Where', to: 'Baseline', kind: 'default' },
      ),
    ).toEqual([
      { from: 'Where', to: 'Baseline', kind: 'default' },
      { from: 'Where', to: 'Prune', kind: 'choice', label: 'x is b' },
    ]);
  });

  it('joins the words of conditions', () => {
    expect(
      merged(
        { from: 'A', to: 'B', kind: 'choice', label: 'x is 1' },
        { from: 'A', to: 'B', kind: 'choice', label: 'x is 2' },
      ),
    ).toEqual([
      { from: 'A', to: 'B', kind: 'choice', label: 'x is 1 or x is 2' },
    ]);
  });

  it('keeps the way after an error beside the usual one', () => {
    const ways: GraphTransition[] = [
      { from: 'A', to: 'B', kind: 'next' },
      { from: 'A', to: 'B', kind: 'catch', label: 'any error' },
      { from: 'A', to: 'B', kind: 'catch', label: 'States.Timeout' },
    ];
    expect(merged(...ways)).toEqual(ways);
  });
});
