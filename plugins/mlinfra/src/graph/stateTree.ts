import type {
  GraphState,
  GraphTransition,
  PipelineGraph,
} from '@mlinfra/plugin-mlinfra-common';

/** The states of a graph by the group that they are in. */
export interface StateTree {
  /** Every state once, in the order of the definition. */
  states: ReadonlyMap<string, GraphState>;
  /** Id of the group that a state is in; undefined at the top. */
  groupOf: (id: string) => string | undefined;
  /** The states in a group, its first ones first; of the machine without a group. */
  childrenOf: (group: string | undefined) => GraphState[];
  /** The groups around a state, the innermost first. */
  groupsAround: (id: string) => string[];
}

/**
 * Sorts the states by their groups. A group that does not exist, or that is
 * within itself, is no group: its states stand at the top, so that none is lost.
 */
export function stateTree(graph: PipelineGraph): StateTree {
  const states = new Map<string, GraphState>();
  for (const state of graph.states) {
    if (!states.has(state.id)) {
      states.set(state.id, state);
    }
  }

  const isWithin = (id: string, group: string): boolean => {
    const seen = new Set<string>();
    let current: string | undefined = id;
    while (current !== undefined && !seen.has(current)) {
      if (current === group) {
        return true;
      }
      seen.add(current);
      current = states.get(current)?.parent;
    }
    return false;
  };
  const groupOf = (id: string): string | undefined => {
    const parent = states.get(id)?.parent;
    return parent !== undefined && states.has(parent) && !isWithin(parent, id)
      ? parent
      : undefined;
  };

  const children = new Map<string | undefined, GraphState[]>();
  for (const state of states.values()) {
    const group = groupOf(state.id);
    children.set(group, [...(children.get(group) ?? []), state]);
  }

  return {
    states,
    groupOf,
    childrenOf: group =>
      [...(children.get(group) ?? [])].sort(
        (a, b) => Number(b.start) - Number(a.start),
      ),
    groupsAround: id => {
      const groups: string[] = [];
      for (let group = groupOf(id); group; group = groupOf(group)) {
        groups.push(group);
      }
      return groups;
    },
  };
}

/** A transition between two boxes that stand beside each other. */
export interface ScopedTransition {
  /** The group that both boxes are in; undefined at the top. */
  group: string | undefined;
  from: string;
  to: string;
}

/**
 * The boxes between which a transition is drawn. Where it leaves or enters a
 * group, that is the group's own box. Undefined for a state that does not
 * exist, and between a group and what is in it: there is nothing to draw.
 */
export function scopeOf(
  tree: StateTree,
  { from, to }: GraphTransition,
): ScopedTransition | undefined {
  if (!tree.states.has(from) || !tree.states.has(to)) {
    return undefined;
  }
  const fromGroups = [undefined, ...tree.groupsAround(from).reverse()];
  const toGroups = [undefined, ...tree.groupsAround(to).reverse()];
  let shared = 0;
  while (
    shared + 1 < fromGroups.length &&
    fromGroups[shared + 1] === toGroups[shared + 1]
  ) {
    shared += 1;
  }
  const scoped = {
    group: fromGroups[shared],
    from: fromGroups[shared + 1] ?? from,
    to: toGroups[shared + 1] ?? to,
  };
  return scoped.from === scoped.to && from !== to ? undefined : scoped;
}
