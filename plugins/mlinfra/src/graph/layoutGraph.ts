import type {
  GraphState,
  GraphTransition,
  PipelineGraph,
} from '@mlinfra/plugin-mlinfra-common';
import {
  arrangeBoxes,
  type Arrangement,
  type BoxToPlace,
  type LinkToPlace,
} from './arrangeBoxes';
import type {
  GraphLayout,
  PlacedState,
  PlacedTransition,
  Point,
} from './graphLayout';
import { shortLabel } from './shortLabel';
import { groupHeaderWidth, GROUP_HEADER, stateSize } from './stateSize';
import { scopeOf, stateTree, type StateTree } from './stateTree';
import { textWidth } from './textWidth';

const MARGIN = 12;
const GROUP_PADDING = 14;
const BRANCH_GAP = 24;
const LABEL_FONT = 11;
const LABEL_HEIGHT = 18;

/** The usual way stays straight; errors go around it. */
const WEIGHT: Record<GraphTransition['kind'], number> = {
  next: 8,
  default: 4,
  choice: 3,
  catch: 1,
};

interface Link extends LinkToPlace {
  transition: GraphTransition;
}

/** A group's or the machine's inside, with places relative to it. */
interface Inside {
  width: number;
  height: number;
  states: PlacedState[];
  transitions: PlacedTransition[];
}

/**
 * Places the states of a state machine from top to bottom. A group is
 * arranged by itself first and then takes part in what is around it as one
 * box: the layout library cannot lead a link to a box that holds others. The
 * same graph always leads to the same drawing.
 */
export function layoutGraph(graph: PipelineGraph): GraphLayout {
  const tree = stateTree(graph);
  const links = new Map<string | undefined, Link[]>();
  graph.transitions.forEach((transition, index) => {
    const scope = scopeOf(tree, transition);
    if (!scope) {
      return;
    }
    const label = shortLabel(transition.label);
    const link: Link = {
      id: `${index}`,
      from: scope.from,
      to: scope.to,
      weight: WEIGHT[transition.kind] ?? 1,
      label: label
        ? { width: textWidth(label, LABEL_FONT) + 10, height: LABEL_HEIGHT }
        : undefined,
      transition,
    };
    links.set(scope.group, [...(links.get(scope.group) ?? []), link]);
  });

  const inside = arrangeGroup(tree, links, undefined, 0);
  const { states, transitions } = moved(inside, { x: MARGIN, y: MARGIN });
  return {
    width: inside.width + 2 * MARGIN,
    height: inside.height + 2 * MARGIN,
    states,
    transitions,
  };
}

function arrangeGroup(
  tree: StateTree,
  links: Map<string | undefined, Link[]>,
  group: string | undefined,
  depth: number,
): Inside {
  const ways = links.get(group) ?? [];
  const whole: Inside = { width: 0, height: 0, states: [], transitions: [] };
  for (const branch of branches(tree.childrenOf(group), ways)) {
    const ids = new Set(branch.map(({ id }) => id));
    const part = arrangeStates(
      tree,
      links,
      branch,
      ways.filter(({ from }) => ids.has(from)),
      depth,
    );
    const x = whole.width > 0 ? whole.width + BRANCH_GAP : 0;
    const { states, transitions } = moved(part, { x, y: 0 });
    whole.states.push(...states);
    whole.transitions.push(...transitions);
    whole.width = x + part.width;
    whole.height = Math.max(whole.height, part.height);
  }
  return whole;
}

/** The branches of a Parallel, which stand beside each other in their order. */
function branches(states: GraphState[], ways: Link[]): GraphState[][] {
  const byBranch = new Map<number, GraphState[]>();
  const branchOf = new Map<string, number>();
  for (const state of states) {
    const branch = state.branch ?? 0;
    branchOf.set(state.id, branch);
    byBranch.set(branch, [...(byBranch.get(branch) ?? []), state]);
  }
  // AWS allows no way from one branch to another. Where there is one
  // nevertheless, it is drawn, at the price of the branches' order.
  if (ways.some(({ from, to }) => branchOf.get(from) !== branchOf.get(to))) {
    return [states];
  }
  return [...byBranch.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, inBranch]) => inBranch);
}

function arrangeStates(
  tree: StateTree,
  links: Map<string | undefined, Link[]>,
  states: GraphState[],
  ways: Link[],
  depth: number,
): Inside {
  const insides = new Map<string, Inside>();
  const boxes = states.map((state): BoxToPlace => {
    if (tree.childrenOf(state.id).length === 0) {
      return { id: state.id, ...stateSize(state) };
    }
    const inside = arrangeGroup(tree, links, state.id, depth + 1);
    insides.set(state.id, inside);
    return {
      id: state.id,
      width:
        Math.max(inside.width, groupHeaderWidth(state)) + 2 * GROUP_PADDING,
      height: GROUP_HEADER + inside.height + GROUP_PADDING,
    };
  });

  const arrangement = arrangeBoxes(boxes, ways);
  const result: Inside = {
    width: arrangement.width,
    height: arrangement.height,
    states: [],
    transitions: ways.map(link => placedTransition(link, arrangement)),
  };
  states.forEach((state, index) => {
    const { width, height } = boxes[index];
    const { x, y } = arrangement.boxes.get(state.id)!;
    const inside = insides.get(state.id);
    result.states.push({
      state,
      group: inside !== undefined,
      depth,
      x,
      y,
      width,
      height,
    });
    if (inside) {
      const within = moved(inside, {
        x: x + (width - inside.width) / 2,
        y: y + GROUP_HEADER,
      });
      result.states.push(...within.states);
      result.transitions.push(...within.transitions);
    }
  });
  return result;
}

function placedTransition(
  { id, transition }: Link,
  arrangement: Arrangement,
): PlacedTransition {
  return {
    id,
    transition,
    shortLabel: shortLabel(transition.label),
    ...arrangement.links.get(id)!,
  };
}

function moved({ states, transitions }: Inside, by: Point) {
  const move = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  return {
    states: states.map(state => ({ ...state, ...move(state) })),
    transitions: transitions.map(transition => ({
      ...transition,
      points: transition.points.map(move),
      labelAt: transition.labelAt && move(transition.labelAt),
    })),
  };
}
