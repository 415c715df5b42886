import { foundationInputsSchema } from '@mlinfra/plugin-mlinfra-common';
import { z } from 'zod';
import type { Json } from '../plan/PlanJson';
import type { Combination } from './factors';
import type { Subject } from './subjects';
import type { SwitchList } from './SwitchList';

/** What a person gives, by the name of the input. */
export type Inputs = { [name: string]: Json };

interface SchemaNode {
  properties?: Record<string, SchemaNode>;
}

/** The inputs of a subject that each environment has for itself. */
export function perEnvironmentInputs({
  inputs,
}: Pick<Subject, 'inputs'>): Set<string> {
  const schema = z.toJSONSchema(inputs, {
    io: 'input',
    unrepresentable: 'any',
  }) as SchemaNode;
  return new Set(
    Object.entries(schema.properties ?? {})
      .filter(
        ([, { properties }]) =>
          Object.keys(properties ?? {})
            .sort()
            .join() === 'dev,prod',
      )
      .map(([name]) => name),
  );
}

/** What a person would have given to make a combination. */
export function inputsOf(
  subject: Subject,
  list: SwitchList,
  combination: Combination,
): Inputs {
  const separate = perEnvironmentInputs(subject);
  const result: Inputs = structuredClone(list.always) as Inputs;
  for (const [name, choices] of Object.entries(list.switches)) {
    const label = combination[name];
    const chosen: Inputs = Array.isArray(choices)
      ? nested(name, choices.find(choice => String(choice) === label)!)
      : (choices[label] as Inputs);
    const { environment } = combination;
    const { foundation, ...own } = chosen;
    merge(result, inEnvironment(own, separate, environment));
    if (isObject(foundation)) {
      const shared = perEnvironmentInputs({ inputs: foundationInputsSchema });
      merge(result, {
        foundation: inEnvironment(foundation, shared, environment),
      });
    }
  }
  return result;
}

/** Inputs that each environment has for itself are given for one only. */
function inEnvironment(
  inputs: Inputs,
  separate: Set<string>,
  environment: string,
): Inputs {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      separate.has(name) ? { [environment]: value } : value,
    ]),
  );
}

// `usagePlan.quotaPeriod` names an input inside another.
function nested(path: string, value: Json): Inputs {
  const [first, ...rest] = path.split('.');
  return { [first]: rest.length > 0 ? nested(rest.join('.'), value) : value };
}

function merge(target: Inputs, source: Inputs): void {
  for (const [key, value] of Object.entries(source)) {
    const own = target[key];
    if (isObject(own) && isObject(value)) {
      merge(own, value);
    } else {
      target[key] = structuredClone(value);
    }
  }
}

function isObject(value: Json | undefined): value is Inputs {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
