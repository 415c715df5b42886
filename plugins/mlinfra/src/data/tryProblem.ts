import { isObject } from './parseObject';

/** Why a request did not lead to an answer of the endpoint. */
export type TryProblem =
  | 'too-many'
  | 'not-allowed'
  | 'not-found'
  | 'too-large'
  | 'refused'
  | 'conflict'
  | 'timeout'
  | 'no-answer'
  | 'unanswered'
  | 'other';

const BY_STATUS: Record<number, TryProblem> = {
  400: 'refused',
  403: 'not-allowed',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  413: 'too-large',
  429: 'too-many',
  // The portal says what happened; from a gateway before it comes only a status.
  503: 'no-answer',
  502: 'unanswered',
  504: 'timeout',
};

/** Sorts an error of the try route by its status; without one the portal did not answer. */
export function tryProblem(error: Error): TryProblem {
  const status = 'statusCode' in error ? Number(error.statusCode) : undefined;
  if (status === undefined) {
    return error.name === 'NotAllowedError' ? 'not-allowed' : 'unanswered';
  }
  return BY_STATUS[status] ?? 'other';
}

/** In how many seconds another request is taken, where the backend says so. */
export function retryAfterSeconds(error: Error): number | undefined {
  const { response } = error as { response?: unknown };
  const header =
    isObject(response) && isHeaders(response.headers)
      ? response.headers.get('retry-after')
      : undefined;
  const seconds = Number(
    (isObject(error.cause) ? error.cause.retryAfterSeconds : undefined) ??
      header ??
      Number.NaN,
  );
  return Number.isFinite(seconds) && seconds > 0
    ? Math.ceil(seconds)
    : undefined;
}

function isHeaders(value: unknown): value is Pick<Headers, 'get'> {
  return isObject(value) && typeof value.get === 'function';
}
