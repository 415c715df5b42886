import { layoutGraph } from './layoutGraph';
import { neighbour, type GraphKey } from './neighbour';
import { graphOf, graphState, nestedGraph, way } from './testGraphs';

describe('neighbour', () => {
  const graph = nestedGraph();
  const layout = layoutGraph(graph);

  it.each<[string, GraphKey, string | undefined]>([
    ['Fetch', 'ArrowDown', 'Both'],
    ['Both', 'ArrowDown', 'Each'],
    ['Left', 'ArrowRight', 'Each'],
    ['Each', 'ArrowLeft', 'Left'],
    ['Each', 'ArrowDown', 'Resize'],
    ['Resize', 'ArrowDown', 'Store'],
    ['Store', 'ArrowDown', 'Report'],
    ['Store', 'ArrowUp', 'Resize'],
    ['Resize', 'ArrowUp', 'Each'],
    ['Left', 'ArrowUp', 'Both'],
    ['Report', 'ArrowUp', 'Both'],
    ['Report', 'ArrowDown', undefined],
    ['Fetch', 'ArrowUp', undefined],
    ['Store', 'Home', 'Fetch'],
    ['Nowhere', 'Home', undefined],
  ])('leads from %s by %s to %s', (from, key, to) => {
    expect(neighbour(graph, layout, from, key)).toBe(to);
  });

  it('reaches the last state by End', () => {
    expect(['Report', 'Failed']).toContain(
      neighbour(graph, layout, 'Fetch', 'End'),
    );
  });

  it('goes the usual way before the way of an error, and round a loop', () => {
    const loop = graphOf(
      [
        graphState('Wait', { start: true }),
        graphState('Check'),
        graphState('Failed'),
      ],
      [
        way('Wait', 'Check'),
        way('Check', 'Check'),
        way('Check', 'Wait', { kind: 'choice', label: 'not ready' }),
      ],
    );
    const drawn = layoutGraph(loop);
    expect(neighbour(loop, drawn, 'Check', 'ArrowDown')).toBe('Wait');
    expect(neighbour(loop, drawn, 'Check', 'ArrowUp')).toBe('Wait');
  });
});
