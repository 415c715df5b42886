import type { JsonSchema } from '@mlinfra/plugin-mlinfra-common';
import { errorText } from '../../data/errorReason';
import { isObject } from '../../data/parseObject';

/** What is wrong with one field of a run's input. */
export interface RefusedField {
  /** Names of the properties that lead to it. */
  path: string[];
  message: string;
}

/** Whether the backend found the input wrong. */
export function isInputRefused(error: Error): boolean {
  return statusOf(error) === 400;
}

/** Whether nobody knows if the run was started: no answer came, or only one from a gateway. */
export function isUnanswered(error: Error): boolean {
  return [undefined, 408, 502, 504].includes(statusOf(error));
}

/**
 * The fields that the backend's refusal names: its sentences, separated by
 * semicolons, begin with the field (`prune.amount must be <= 0.95`). What
 * begins with no property of the schema belongs to no field.
 */
export function refusedFields(
  error: Error | undefined,
  schema: JsonSchema | undefined,
): RefusedField[] {
  if (!error || !isInputRefused(error) || !isObject(schema?.properties)) {
    return [];
  }
  const { properties } = schema;
  const [, sentences = ''] = /takes: (.+)$/s.exec(errorText(error)) ?? [];
  return sentences.split('; ').flatMap(sentence => {
    const [, field, message] = /^(\S+) (.+)$/s.exec(sentence.trim()) ?? [];
    const path = field?.split(/[.[\]]+/).filter(Boolean) ?? [];
    return path.length > 0 && Object.hasOwn(properties, path[0])
      ? [{ path, message }]
      : [];
  });
}

function statusOf(error: Error): number | undefined {
  return 'statusCode' in error ? Number(error.statusCode) : undefined;
}
