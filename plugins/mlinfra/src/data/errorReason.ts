/** Why the backend refused, as far as the person reading must know it. */
export type ErrorReason = 'not-allowed' | 'not-found' | 'other';

/**
 * Sorts an error by its name. A `ResponseError` carries the backend's own
 * error as its cause, and without a readable body only the status code.
 */
export function errorReason(error: Error): ErrorReason {
  const names = [error.name, nameOf(error.cause)];
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (names.includes('NotAllowedError') || status === 403) {
    return 'not-allowed';
  }
  if (names.includes('NotFoundError') || status === 404) {
    return 'not-found';
  }
  return 'other';
}

/** The backend's own words where there are some, else the error's. */
export function errorText(error: Error): string {
  const { cause } = error;
  return cause instanceof Error || isMessage(cause)
    ? cause.message || error.message
    : error.message;
}

function nameOf(cause: unknown): string | undefined {
  return typeof cause === 'object' && cause !== null && 'name' in cause
    ? String(cause.name)
    : undefined;
}

function isMessage(cause: unknown): cause is { message: string } {
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'message' in cause &&
    typeof cause.message === 'string'
  );
}
