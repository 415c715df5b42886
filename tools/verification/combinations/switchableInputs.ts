import { z } from 'zod';
import type { Json } from '../plan/PlanJson';
import { perEnvironmentInputs } from './inputsOf';
import type { Subject } from './subjects';
import type { SwitchList } from './SwitchList';

interface SchemaNode {
  type?: string;
  enum?: Json[];
  const?: Json;
  anyOf?: SchemaNode[];
  properties?: Record<string, SchemaNode>;
}

/** An input that is true or false, or one of a few words. */
export interface SwitchableInput {
  /** For example `usagePlan.quotaPeriod`; without the environment. */
  path: string;
  values: Json[];
}

/** Every input of a subject that is switched rather than given. Numbers of a list are sizes, not switches. */
export function switchableInputs(subject: Subject): SwitchableInput[] {
  const schema = z.toJSONSchema(subject.inputs, {
    io: 'input',
    unrepresentable: 'any',
  }) as SchemaNode;
  const separate = perEnvironmentInputs(subject);
  return Object.entries(schema.properties ?? {}).flatMap(([name, node]) =>
    switchesBelow(name, separate.has(name) ? node.properties!.prod : node),
  );
}

function switchesBelow(path: string, node: SchemaNode): SwitchableInput[] {
  if (node.properties) {
    return Object.entries(node.properties).flatMap(([name, child]) =>
      switchesBelow(`${path}.${name}`, child),
    );
  }
  const values = [node, ...(node.anyOf ?? [])].flatMap(valuesOf);
  return values.length > 1 ? [{ path, values }] : [];
}

function valuesOf(node: SchemaNode): Json[] {
  if (node.type === 'boolean') {
    return [false, true];
  }
  return (node.enum ?? []).filter(value => typeof value === 'string');
}

/** The values that a list gives to an input, over all its switches. */
export function variedValues(list: SwitchList, path: string): Json[] {
  return Object.entries(list.switches).flatMap(([name, choices]) => {
    if (Array.isArray(choices)) {
      return name === path ? choices : [];
    }
    return Object.values(choices).flatMap(inputs => {
      const value = path
        .split('.')
        .reduce<Json | undefined>(
          (at, part) =>
            typeof at === 'object' && at !== null && !Array.isArray(at)
              ? at[part]
              : undefined,
          inputs as Json,
        );
      return value === undefined ? [] : [value];
    });
  });
}
