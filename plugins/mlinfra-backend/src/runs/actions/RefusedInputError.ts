import { InputError } from '@backstage/errors';
import type { RefusedField } from '@mlinfra/plugin-mlinfra-common';

/** An input that does not fit; its fields are part of the answer's error. */
export class RefusedInputError extends InputError {
  constructor(message: string, readonly fields: RefusedField[]) {
    super(message);
  }
}
