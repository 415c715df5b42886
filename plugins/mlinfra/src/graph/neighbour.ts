import type { PipelineGraph } from '@mlinfra/plugin-mlinfra-common';
import type { GraphLayout, PlacedState } from './graphLayout';
import { stateTree } from './stateTree';

/** Keys that lead from one state to another. */
export type GraphKey =
  | 'ArrowUp'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'Home'
  | 'End';

/**
 * Where a key leads from a state, or undefined where it leads nowhere. Down
 * and up follow the transitions, into a group and out of it; left and right go
 * to what stands beside the state.
 */
export function neighbour(
  graph: PipelineGraph,
  layout: GraphLayout,
  from: string,
  key: GraphKey,
): string | undefined {
  const placed = new Map(layout.states.map(item => [item.state.id, item]));
  const here = placed.get(from);
  if (!here) {
    return undefined;
  }
  const inOrder = [...layout.states].sort((a, b) => a.y - b.y || a.x - b.x);
  const candidates = (ids: string[]) =>
    ids
      .filter(id => id !== from)
      .flatMap(id => placed.get(id) ?? [])
      .sort((a, b) => distance(here, a) - distance(here, b));

  switch (key) {
    case 'Home':
      return inOrder[0].state.id;
    case 'End':
      return inOrder.at(-1)?.state.id;
    case 'ArrowDown':
      return firstOf(candidates(following(graph, from)), ({ y }) => y > here.y);
    case 'ArrowUp':
      return firstOf(candidates(preceding(graph, from)), ({ y }) => y < here.y);
    default:
      return beside(layout, here, key === 'ArrowRight' ? 1 : -1);
  }
}

/** Into a group, else along the transitions, else out of the group and on. */
function following(graph: PipelineGraph, from: string): string[] {
  const tree = stateTree(graph);
  const inside = tree.childrenOf(from).filter(({ start }) => start);
  if (inside.length > 0) {
    return inside.map(({ id }) => id);
  }
  for (const id of [from, ...tree.groupsAround(from)]) {
    const next = graph.transitions.filter(way => way.from === id);
    if (next.length > 0) {
      return [
        ...next.filter(({ kind }) => kind !== 'catch'),
        ...next.filter(({ kind }) => kind === 'catch'),
      ].map(({ to }) => to);
    }
  }
  return [];
}

/** Back along the transitions, else out of the group. */
function preceding(graph: PipelineGraph, from: string): string[] {
  const group = stateTree(graph).groupOf(from);
  const previous = graph.transitions
    .filter(({ to }) => to === from)
    .map(way => way.from);
  return previous.length > 0 || group === undefined ? previous : [group];
}

/** Prefers what lies in the key's direction, takes the rest otherwise. */
function firstOf(
  candidates: PlacedState[],
  inDirection: (state: PlacedState) => boolean,
): string | undefined {
  return (candidates.find(inDirection) ?? candidates.at(0))?.state.id;
}

function beside(
  layout: GraphLayout,
  here: PlacedState,
  direction: 1 | -1,
): string | undefined {
  const contains = (outer: PlacedState, inner: PlacedState) =>
    outer.group &&
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height;
  return layout.states
    .filter(
      other =>
        other !== here &&
        (centre(other).x - centre(here).x) * direction > 0 &&
        other.y < here.y + here.height &&
        other.y + other.height > here.y &&
        !contains(other, here) &&
        !contains(here, other),
    )
    .sort(
      (a, b) =>
        Math.abs(a.depth - here.depth) - Math.abs(b.depth - here.depth) ||
        distance(here, a) - distance(here, b),
    )
    .at(0)?.state.id;
}

function centre({ x, y, width, height }: PlacedState) {
  return { x: x + width / 2, y: y + height / 2 };
}

function distance(a: PlacedState, b: PlacedState): number {
  const [from, to] = [centre(a), centre(b)];
  return Math.hypot(from.x - to.x, from.y - to.y);
}
