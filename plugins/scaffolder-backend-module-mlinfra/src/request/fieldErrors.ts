import { InputError } from '@backstage/errors';

/** What is wrong with one field of an action's input. */
export interface FieldError {
  /** Dotted path of the field, for example `environments.prod.region`. */
  field: string;
  /** What is wrong and what would be right, without the field's name. */
  message: string;
}

/** Throws one error that names every wrong field, or does nothing when there is none. */
export function throwFieldErrors(what: string, errors: FieldError[]): void {
  if (errors.length === 0) {
    return;
  }
  const lines = errors.map(({ field, message }) => `${field}: ${message}`);
  throw new InputError(`${what}. ${lines.join('; ')}`);
}
