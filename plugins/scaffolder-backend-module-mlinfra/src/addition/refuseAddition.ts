import { InputError } from '@backstage/errors';

/** Refuses to add stacks: what is in the way, and what to do about it. */
export function refuseAddition(message: string): never {
  throw new InputError(`Nothing was added. addTo: ${message}`);
}
