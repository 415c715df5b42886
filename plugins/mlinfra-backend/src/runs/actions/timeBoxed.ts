import { Script } from 'node:vm';

const SCRIPT = new Script('work()');

/**
 * Does work that may never end, such as matching a pattern that somebody else
 * has written, and gives it up after a time. Nothing else runs meanwhile.
 *
 * @throws Error that `isTimeUp` knows, when the time is up.
 */
export function timeBoxed<Result>(
  milliseconds: number,
  work: () => Result,
): Result {
  return SCRIPT.runInNewContext({ work }, { timeout: milliseconds });
}

/** Whether work was given up. */
export function isTimeUp(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
