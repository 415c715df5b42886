import { isObject } from '../../data/parseObject';

/** What is wrong with one field of a run's input. */
export interface RefusedField {
  /** Names of the properties that lead to it; empty for the input as a whole. */
  path: string[];
  message: string;
}

/**
 * Whether the backend said no, so that nothing was started. Without an answer,
 * or with one from a gateway in between, that is not known.
 */
export function isRefusal(error: Error): boolean {
  const status = 'statusCode' in error ? Number(error.statusCode) : NaN;
  return status >= 400 && status < 500 && status !== 408;
}

/**
 * The fields that the backend's error names: a list `fields` of a JSON pointer
 * (`/prune/amount`) and a message each.
 */
export function refusedFields(error: Error | undefined): RefusedField[] {
  const fields = isObject(error?.cause) ? error.cause.fields : undefined;
  return Array.isArray(fields) ? fields.flatMap(refusedField) : [];
}

function refusedField(value: unknown): RefusedField[] {
  if (
    !isObject(value) ||
    typeof value.path !== 'string' ||
    typeof value.message !== 'string'
  ) {
    return [];
  }
  const path = value.path
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [{ path, message: value.message }];
}
