import { ServiceUnavailableError } from '@backstage/errors';
import { AwsCallError } from '../../aws/AwsCallError';
import { errorKind } from '../../aws/errorKind';
import type { StoredEndpoint } from '../../collectors/buildEndpoint';
import { isTimeout } from '../../runs/actions/actionError';

/** A request that got no answer, in the words a person can act on. No secret stands in them. */
export function tryError(
  error: unknown,
  { name }: StoredEndpoint,
  timeoutMs: number,
): Error {
  if (error instanceof AwsCallError) {
    return new ServiceUnavailableError(`Nothing was sent: ${error.message}`);
  }
  if (isTimeout(error)) {
    return new ServiceUnavailableError(
      `${name} gave no answer within ${
        timeoutMs / 1_000
      } s. It may have done what was asked; look at its logs, and send longer work in another way.`,
    );
  }
  return errorKind(error) === 'unreachable'
    ? new ServiceUnavailableError(
        `${name} cannot be reached (${codeOf(
          error,
        )}). Check whether it is still deployed, the certificate of its address, and the way from the portal to it.`,
      )
    : (error as Error);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : 'no connection';
}
