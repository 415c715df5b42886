import { CustomErrorBase } from '@backstage/errors';
import type { CollectionErrorKind } from '@mlinfra/plugin-mlinfra-common';

/** A failed AWS call in the words a person can act on; the SDK's own error is the cause. */
export class AwsCallError extends CustomErrorBase {
  name = 'AwsCallError' as const;

  constructor(
    readonly kind: CollectionErrorKind,
    readonly operation: string,
    message: string,
    cause?: unknown,
  ) {
    super(message, cause);
    // The base class appends the cause, and an SDK's message may quote what must not be stored.
    this.message = message;
  }
}
