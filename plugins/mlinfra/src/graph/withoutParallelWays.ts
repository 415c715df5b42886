import type {
  GraphTransition,
  PipelineGraph,
} from '@mlinfra/plugin-mlinfra-common';

/**
 * The graph as it is drawn: conditions that lead from one state to the same
 * other one become a single way. Beside an "otherwise" they say nothing more.
 * Ways after an error stay by themselves.
 */
export function withoutParallelWays(graph: PipelineGraph): PipelineGraph {
  const merged = new Map<string, GraphTransition>();
  graph.transitions.forEach((way, index) => {
    const { from, to, kind } = way;
    const conditional = kind === 'choice' || kind === 'default';
    const place = JSON.stringify([from, to, conditional || index]);
    const known = merged.get(place);
    merged.set(place, known ? mergedWay(known, way) : way);
  });
  return { ...graph, transitions: [...merged.values()] };
}

function mergedWay(a: GraphTransition, b: GraphTransition): GraphTransition {
  if (a.kind === 'default' || b.kind === 'default') {
    return { from: a.from, to: a.to, kind: 'default' };
  }
  const labels = [a.label, b.label].filter(Boolean);
  return {
    ...a,
    label: labels.length > 0 ? labels.join(' or ') : undefined,
  };
}
