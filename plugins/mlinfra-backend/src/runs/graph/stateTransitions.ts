import type { GraphTransition } from '@mlinfra/plugin-mlinfra-common';
import { isJsonObject, type JsonRecord } from '../json/isJsonObject';
import { describeChoice } from './describeChoice';

/** The ways out of one state, with ids instead of names. */
export function stateTransitions(
  name: string,
  state: JsonRecord,
  ids: ReadonlyMap<string, string>,
): { transitions: GraphTransition[]; problems: string[] } {
  const transitions: GraphTransition[] = [];
  const problems: string[] = [];
  const from = ids.get(name) ?? name;
  const add = (
    target: unknown,
    kind: GraphTransition['kind'],
    label?: string,
  ) => {
    const to = typeof target === 'string' ? ids.get(target) : undefined;
    if (to === undefined) {
      problems.push(
        `State ${JSON.stringify(name)} leads to ${
          typeof target === 'string' ? JSON.stringify(target) : 'nothing'
        }, which is no state beside it.`,
      );
    } else {
      transitions.push({ from, to, kind, label });
    }
  };

  if (state.Type === 'Choice') {
    for (const rule of list(state.Choices)) {
      const words = describeChoice(rule);
      if (words === undefined) {
        problems.push(
          `A rule of Choice ${JSON.stringify(name)} is not understood.`,
        );
      }
      add(
        isJsonObject(rule) ? rule.Next : undefined,
        'choice',
        words ?? 'a rule that is not understood',
      );
    }
    if (state.Default !== undefined) {
      add(state.Default, 'default', 'otherwise');
    }
  } else if (state.Next !== undefined) {
    add(state.Next, 'next');
  } else if (!endsHere(state)) {
    problems.push(
      `State ${JSON.stringify(
        name,
      )} says neither what comes next nor that it ends.`,
    );
  }
  for (const rule of list(state.Catch)) {
    add(isJsonObject(rule) ? rule.Next : undefined, 'catch', errorNames(rule));
  }
  return { transitions, problems };
}

function endsHere({ Type: type, End: end }: JsonRecord): boolean {
  return end === true || type === 'Succeed' || type === 'Fail';
}

function errorNames(rule: unknown): string {
  const names = isJsonObject(rule) ? list(rule.ErrorEquals) : [];
  return (
    names
      .filter(each => typeof each === 'string')
      .map(each => (each === 'States.ALL' ? 'any error' : each))
      .join(', ') || 'error'
  );
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
