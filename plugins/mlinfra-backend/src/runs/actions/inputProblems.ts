import type { RefusedField } from '@mlinfra/plugin-mlinfra-common';
import type { ErrorObject } from 'ajv';

const MAX_PROBLEMS = 20;

/** What is wrong with an input, field by field, and how much more there is. */
export interface InputProblems {
  fields: RefusedField[];
  more: number;
}

/** The validator's errors as a person may read them; they quote the schema, and never the input's values. */
export function inputProblems(errors: ErrorObject[]): InputProblems {
  // An `if` says nothing that the errors of its branch do not say better.
  const told = errors.filter(({ keyword }) => keyword !== 'if');
  const all = (told.length > 0 ? told : errors).map(problem);
  const once = [...new Map(all.map(each => [sentence(each), each])).values()];
  return {
    fields: once.slice(0, MAX_PROBLEMS),
    more: Math.max(0, once.length - MAX_PROBLEMS),
  };
}

/** All of them in one line. */
export function problemsInWords({ fields, more }: InputProblems): string {
  return `${fields.map(sentence).join('; ')}${
    more > 0 ? `; and ${more} more` : ''
  }`;
}

function problem(error: ErrorObject): RefusedField {
  const { keyword, params, message = 'does not fit' } = error;
  const path = pathOf(error.instancePath);
  switch (keyword) {
    case 'required':
      return { path: [...path, params.missingProperty], message: 'is missing' };
    case 'additionalProperties':
      return {
        path: [...path, params.additionalProperty],
        message: 'is not known',
      };
    case 'enum':
      return {
        path,
        message: `must be one of ${params.allowedValues
          .map((value: unknown) => JSON.stringify(value))
          .join(', ')}`,
      };
    default:
      return { path, message };
  }
}

/** `prune.amount must be number`, `steps[0] is missing`. */
function sentence({ path, message }: RefusedField): string {
  const field = path.reduce((before, part) => {
    if (/^\d+$/.test(part)) {
      return `${before}[${part}]`;
    }
    return before ? `${before}.${part}` : part;
  }, '');
  return `${field || 'the input'} ${message}`;
}

/** `/prune/amount` as its names. */
function pathOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}
