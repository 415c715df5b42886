import type { JsonSchema, RefusedField } from '@mlinfra/plugin-mlinfra-common';
import { errorText } from '../../data/errorReason';
import { isObject } from '../../data/parseObject';

/** Whether the backend found the input wrong. */
export function isInputRefused(error: Error): boolean {
  return statusOf(error) === 400;
}

/** Whether nobody knows if the run was started: no answer came, or only one from a gateway. */
export function isUnanswered(error: Error): boolean {
  return [undefined, 408, 502, 504].includes(statusOf(error));
}

/**
 * The fields that the backend's refusal names. What begins with no property
 * of the schema belongs to no field.
 */
export function refusedFields(
  error: Error | undefined,
  schema: JsonSchema | undefined,
): RefusedField[] {
  if (!error || !isInputRefused(error) || !isObject(schema?.properties)) {
    return [];
  }
  const { properties } = schema;
  return (listedFields(error) ?? fieldsInWords(error)).filter(
    ({ path }) => path.length > 0 && Object.hasOwn(properties, path[0]),
  );
}

/** The list that a refusal carries. */
function listedFields({ cause }: Error): RefusedField[] | undefined {
  const fields = isObject(cause) ? cause.fields : undefined;
  return Array.isArray(fields) ? fields.filter(isRefusedField) : undefined;
}

/**
 * The same from the sentences of a backend that sends no list: they begin
 * with the field (`prune.amount must be <= 0.95`), separated by semicolons.
 */
function fieldsInWords(error: Error): RefusedField[] {
  const [, sentences = ''] = /takes: (.+)$/s.exec(errorText(error)) ?? [];
  return sentences.split('; ').flatMap(sentence => {
    const [, field, message] = /^(\S+) (.+)$/s.exec(sentence.trim()) ?? [];
    return field
      ? [{ path: field.split(/[.[\]]+/).filter(Boolean), message }]
      : [];
  });
}

function isRefusedField(value: unknown): value is RefusedField {
  return (
    isObject(value) &&
    Array.isArray(value.path) &&
    value.path.every(part => typeof part === 'string') &&
    typeof value.message === 'string'
  );
}

function statusOf(error: Error): number | undefined {
  return 'statusCode' in error ? Number(error.statusCode) : undefined;
}
