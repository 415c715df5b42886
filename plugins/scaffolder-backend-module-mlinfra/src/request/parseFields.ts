import type { z } from 'zod';
import type { FieldError } from './fieldErrors';

/** The parsed value, or what is wrong with each field. */
export type Parsed<T> =
  | { value: T; errors?: undefined }
  | { value?: undefined; errors: FieldError[] };

/**
 * Holds a value against a schema.
 *
 * @param prefix - path of the value itself, for the names of wrong fields
 */
export function parseFields<TSchema extends z.ZodType>(
  schema: TSchema,
  value: unknown,
  prefix: string[] = [],
): Parsed<z.output<TSchema>> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) {
    return { value: result.data };
  }
  return {
    errors: result.error.issues.map(issue => ({
      field: [...prefix, ...issue.path].join('.') || 'input',
      message: describeIssue(issue),
    })),
  };
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return 'is missing';
  }
  const message = issue.message.replace(/^Invalid input: /, '');
  const shown = describeValue(issue.input);
  return shown === undefined ? message : `${message} (was ${shown})`;
}

const MAX_SHOWN = 80;

// Quoted as JSON, so that control characters cannot reach the task's log.
function describeValue(value: unknown): string | undefined {
  if (!['string', 'number', 'boolean'].includes(typeof value)) {
    return undefined;
  }
  const text = JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
