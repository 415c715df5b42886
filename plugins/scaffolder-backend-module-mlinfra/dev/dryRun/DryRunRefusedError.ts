import { CustomErrorBase } from '@backstage/errors';

/** The scaffolder refused the values, or a step failed. */
export class DryRunRefusedError extends CustomErrorBase {
  name = 'DryRunRefusedError' as const;
}

interface SchemaError {
  property?: string;
  message?: string;
  stack?: string;
}

/** The reason in the scaffolder's answer, one line per problem. */
export function reasonOf(status: number, body: unknown): string {
  const { errors, error } = (body ?? {}) as {
    errors?: SchemaError[];
    error?: { name?: string; message?: string };
  };
  if (Array.isArray(errors)) {
    return errors
      .map(problem => {
        const field = problem.property?.replace(/^instance\.?/, '');
        return `${field || 'values'}: ${problem.message}`;
      })
      .join('\n');
  }
  return error?.message ?? `the scaffolder answered with status ${status}`;
}
