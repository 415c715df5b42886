import type { GraphLayout, PlacedState } from './graphLayout';
import { layoutGraph } from './layoutGraph';
import { graphOf, graphState, nestedGraph, way } from './testGraphs';

const box = (layout: GraphLayout, id: string) =>
  layout.states.find(({ state }) => state.id === id) as PlacedState;

function overlap(a: PlacedState, b: PlacedState) {
  return (
    a.x < b.x + b.width &&
    b.x < a.x + a.width &&
    a.y < b.y + b.height &&
    b.y < a.y + a.height
  );
}

function contains(outer: PlacedState, inner: PlacedState) {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function expectTidy(layout: GraphLayout) {
  layout.states.forEach((a, index) => {
    expect(a.x).toBeGreaterThanOrEqual(0);
    expect(a.y).toBeGreaterThanOrEqual(0);
    expect(a.x + a.width).toBeLessThanOrEqual(layout.width);
    expect(a.y + a.height).toBeLessThanOrEqual(layout.height);
    for (const b of layout.states.slice(index + 1)) {
      if (overlap(a, b) && !contains(a, b) && !contains(b, a)) {
        throw new Error(`${a.state.id} and ${b.state.id} overlap`);
      }
    }
  });
  for (const { points } of layout.transitions) {
    expect(points.length).toBeGreaterThan(1);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(layout.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(layout.height);
    }
  }
}

describe('layoutGraph', () => {
  it('places what follows below, and is the same each time', () => {
    const graph = graphOf(
      [graphState('A', { start: true }), graphState('B'), graphState('C')],
      [way('A', 'B'), way('B', 'C')],
    );
    const layout = layoutGraph(graph);
    expectTidy(layout);
    expect(box(layout, 'A').y).toBeLessThan(box(layout, 'B').y);
    expect(box(layout, 'B').y).toBeLessThan(box(layout, 'C').y);
    expect(layoutGraph(graph)).toEqual(layout);
  });

  it('draws an empty graph as nothing', () => {
    const layout = layoutGraph(graphOf([]));
    expect(layout.states).toEqual([]);
    expect(layout.transitions).toEqual([]);
    expect(Number.isFinite(layout.width)).toBe(true);
  });

  it('keeps the states of Parallel and Map, also nested, in their group’s box', () => {
    const layout = layoutGraph(nestedGraph());
    expectTidy(layout);
    const [both, each] = [box(layout, 'Both'), box(layout, 'Each')];
    expect(both.group).toBe(true);
    expect(contains(both, box(layout, 'Left'))).toBe(true);
    expect(contains(both, each)).toBe(true);
    expect(contains(each, box(layout, 'Resize'))).toBe(true);
    expect(contains(each, box(layout, 'Store'))).toBe(true);
    expect(contains(both, box(layout, 'Report'))).toBe(false);
    expect(box(layout, 'Left').x).toBeLessThan(each.x);
    expect(box(layout, 'Resize').depth).toBe(2);
    expect(layout.transitions).toHaveLength(5);
  });

  it('leaves room for a catch’s label and for two ways between the same states', () => {
    const layout = layoutGraph(
      graphOf(
        [graphState('A', { start: true }), graphState('B')],
        [
          way('A', 'B'),
          way('A', 'B', {
            kind: 'catch',
            label: 'States.Timeout, States.TaskFailed or any other error',
          }),
        ],
      ),
    );
    expectTidy(layout);
    const [plain, caught] = layout.transitions;
    expect(plain.points).not.toEqual(caught.points);
    expect(caught.shortLabel).toBe('States.Timeout, States.…');
    expect(caught.transition.label).toContain('any other error');
    expect(caught.labelAt).toBeDefined();
    expect(plain.labelAt).toBeUndefined();
  });

  it('draws a loop, also of a state to itself', () => {
    const layout = layoutGraph(
      graphOf(
        [graphState('Wait', { start: true }), graphState('Check')],
        [way('Wait', 'Check'), way('Check', 'Wait'), way('Check', 'Check')],
      ),
    );
    expectTidy(layout);
    expect(layout.transitions).toHaveLength(3);
  });

  it('shows states that nothing leads to, and types that it does not know', () => {
    const layout = layoutGraph(
      graphOf([
        graphState('A', { start: true }),
        graphState('Lost', { kind: 'unknown', type: 'Teleport' }),
      ]),
    );
    expectTidy(layout);
    expect(box(layout, 'Lost').state.type).toBe('Teleport');
  });

  it('leads a way across a group’s border to the group', () => {
    const graph = nestedGraph();
    const layout = layoutGraph({
      ...graph,
      transitions: [...graph.transitions, way('Store', 'Report')],
    });
    expectTidy(layout);
    expect(layout.transitions).toHaveLength(6);
  });

  it('draws nothing between a group and what is in it, and nothing to a state that is not there', () => {
    const graph = nestedGraph();
    const layout = layoutGraph({
      ...graph,
      transitions: [way('Store', 'Each'), way('Store', 'Nowhere')],
    });
    expectTidy(layout);
    expect(layout.transitions).toEqual([]);
  });

  it('draws a way between two branches, which AWS would not allow', () => {
    const graph = nestedGraph();
    const layout = layoutGraph({
      ...graph,
      transitions: [...graph.transitions, way('Left', 'Each')],
    });
    expectTidy(layout);
    expect(layout.transitions).toHaveLength(6);
  });

  it('loses no state to a group that does not exist or that is within itself', () => {
    const layout = layoutGraph(
      graphOf([
        graphState('A', { parent: 'gone' }),
        graphState('B', { parent: 'C' }),
        graphState('C', { parent: 'B' }),
        graphState('D', { parent: 'D' }),
      ]),
    );
    expectTidy(layout);
    expect(layout.states.map(({ state }) => state.id).sort()).toEqual([
      'A',
      'B',
      'C',
      'D',
    ]);
  });

  it('shows a name that is given twice once', () => {
    const layout = layoutGraph(graphOf([graphState('A'), graphState('A')]));
    expect(layout.states).toHaveLength(1);
  });

  it('gives a long name two lines and no more than its width', () => {
    const layout = layoutGraph(
      graphOf([graphState('Short'), graphState('L'.repeat(80))]),
    );
    const [short, long] = layout.states;
    expect(long.height).toBeGreaterThan(short.height);
    expect(long.width).toBeLessThan(280);
  });

  it('arranges 100 states, each with a catch, in well under 5 seconds', () => {
    const states = Array.from({ length: 99 }, (_, index) =>
      graphState(`Step ${index}`, { start: index === 0 }),
    );
    const begin = performance.now();
    const layout = layoutGraph(
      graphOf(
        [...states, graphState('Failed', { kind: 'Fail', type: 'Fail' })],
        states.flatMap(({ id }, index) => [
          ...(index < 98 ? [way(id, `Step ${index + 1}`)] : []),
          way(id, 'Failed', { kind: 'catch', label: 'any error' }),
        ]),
      ),
    );
    expect(performance.now() - begin).toBeLessThan(5_000);
    expectTidy(layout);
    expect(layout.states).toHaveLength(100);
  });
});
