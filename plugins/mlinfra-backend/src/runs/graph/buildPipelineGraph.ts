import type {
  GraphState,
  GraphTransition,
  PipelineGraph,
  StateKind,
} from '@mlinfra/plugin-mlinfra-common';
import { isJsonObject, type JsonRecord } from '../json/isJsonObject';
import { parseJson } from '../json/parseJson';
import { describeWork } from './describeWork';
import { stateTransitions } from './stateTransitions';

const KINDS: ReadonlySet<string> = new Set<StateKind>([
  'Task',
  'Pass',
  'Choice',
  'Wait',
  'Succeed',
  'Fail',
  'Parallel',
  'Map',
]);

/** A state machine, a branch of a Parallel, or what a Map does for each item. */
interface Scope {
  definition: JsonRecord;
  /** How a person finds it in the definition. */
  where: string;
  parent?: string;
  branch?: number;
}

/**
 * A definition (ASL, JSONPath or JSONata) as a graph. What is not understood
 * is named in `problems`, and the rest is shown: it never throws.
 */
export function buildPipelineGraph(definition: string): PipelineGraph {
  const graph: PipelineGraph = { states: [], transitions: [], problems: [] };
  const machine = parseJson(definition);
  if (!isJsonObject(machine)) {
    graph.problems.push('The definition is no JSON object.');
    return graph;
  }
  const used = new Set<string>();
  // A list instead of recursion: how deep a definition nests is up to its author.
  const scopes: Scope[] = [{ definition: machine, where: 'The state machine' }];
  for (let scope = scopes.shift(); scope; scope = scopes.shift()) {
    scopes.unshift(...addScope(graph, scope, used));
  }
  return graph;
}

/** Adds the states of a scope, and returns the scopes within them. */
function addScope(
  graph: PipelineGraph,
  { definition, where, parent, branch }: Scope,
  used: Set<string>,
): Scope[] {
  if (!isJsonObject(definition.States)) {
    graph.problems.push(`${where} has no States.`);
    return [];
  }
  const entries = Object.entries(definition.States);
  const ids = new Map<string, string>();
  for (const [name] of entries) {
    ids.set(name, uniqueId(name, used, graph.problems));
  }
  if (typeof definition.StartAt !== 'string' || !ids.has(definition.StartAt)) {
    graph.problems.push(
      `${where} has no state to start at: StartAt is ${JSON.stringify(
        definition.StartAt ?? null,
      )}.`,
    );
  }
  const inner: Scope[] = [];
  for (const [name, value] of entries) {
    const id = ids.get(name) ?? name;
    const state = isJsonObject(value) ? value : {};
    const shown: GraphState = {
      ...graphState(id, state),
      parent,
      branch,
      start: name === definition.StartAt,
    };
    graph.states.push(shown);
    if (shown.kind === 'unknown') {
      graph.problems.push(
        `State ${JSON.stringify(name)} has the type ${JSON.stringify(
          shown.type,
        )}, which is not known here.`,
      );
    }
    const { transitions, problems } = stateTransitions(name, state, ids);
    graph.transitions.push(...(transitions satisfies GraphTransition[]));
    graph.problems.push(...problems);
    inner.push(...innerScopes(id, state, graph.problems));
  }
  return inner;
}

function graphState(id: string, state: JsonRecord): Omit<GraphState, 'start'> {
  const type = typeof state.Type === 'string' ? state.Type : '';
  const kind = KINDS.has(type) ? (type as StateKind) : 'unknown';
  return {
    id,
    kind,
    type,
    work: work(kind, state),
    end: state.End === true || kind === 'Succeed' || kind === 'Fail',
    comment: typeof state.Comment === 'string' ? state.Comment : undefined,
    timeoutSeconds:
      typeof state.TimeoutSeconds === 'number'
        ? state.TimeoutSeconds
        : undefined,
    retriesOn: retriesOn(state.Retry),
  };
}

function work(kind: StateKind, state: JsonRecord): string | undefined {
  switch (kind) {
    case 'Task':
      return describeWork(state);
    case 'Wait':
      return typeof state.Seconds === 'number'
        ? `${state.Seconds} s`
        : undefined;
    case 'Map':
      return distributed(state)
        ? 'for each item, distributed'
        : 'for each item';
    default:
      return undefined;
  }
}

function distributed({ ItemProcessor: processor }: JsonRecord): boolean {
  return (
    isJsonObject(processor) &&
    isJsonObject(processor.ProcessorConfig) &&
    processor.ProcessorConfig.Mode === 'DISTRIBUTED'
  );
}

function retriesOn(retry: unknown): string[] {
  const names = (Array.isArray(retry) ? retry : []).flatMap(rule =>
    isJsonObject(rule) && Array.isArray(rule.ErrorEquals)
      ? rule.ErrorEquals
      : [],
  );
  return [...new Set(names)].filter(name => typeof name === 'string');
}

function innerScopes(
  id: string,
  state: JsonRecord,
  problems: string[],
): Scope[] {
  if (state.Type === 'Parallel') {
    const branches = Array.isArray(state.Branches) ? state.Branches : [];
    if (branches.length === 0) {
      problems.push(`Parallel ${JSON.stringify(id)} has no Branches.`);
    }
    return branches.map((branch, index) => ({
      definition: isJsonObject(branch) ? branch : {},
      where: `Branch ${index + 1} of ${JSON.stringify(id)}`,
      parent: id,
      branch: index,
    }));
  }
  if (state.Type === 'Map') {
    const processor = state.ItemProcessor ?? state.Iterator;
    return [
      {
        definition: isJsonObject(processor) ? processor : {},
        where: `What Map ${JSON.stringify(id)} does for each item`,
        parent: id,
      },
    ];
  }
  return [];
}

/** AWS keeps names unique within a state machine; where they are not, the graph still needs them to be. */
function uniqueId(name: string, used: Set<string>, problems: string[]): string {
  let id = name;
  for (let copy = 2; used.has(id); copy++) {
    id = `${name} (${copy})`;
  }
  if (id !== name) {
    problems.push(`Several states are named ${JSON.stringify(name)}.`);
  }
  used.add(id);
  return id;
}
