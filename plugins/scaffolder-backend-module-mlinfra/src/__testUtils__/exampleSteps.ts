import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';

/** Description and input of each example, for `it.each`. */
export function exampleInputs<TInput extends JsonObject = JsonObject>(
  examples: TemplateExample[],
): Array<[string, TInput]> {
  return examples.map(({ description, example }) => [
    description,
    parse(example).steps[0].input ?? {},
  ]);
}
