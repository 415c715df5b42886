import type { StoredRun } from '../model';
import { isTerminal } from './runStatus';

/**
 * What is known of a run after it was seen again. Lists leave out what a
 * description or a history told; and an answer that was given before the run
 * ended, or before it was redriven, can arrive later.
 */
export function mergeRun(
  known: StoredRun | undefined,
  seen: StoredRun,
): StoredRun {
  if (!known) {
    return seen;
  }
  // Whose it is follows its pipeline, all of whose runs move at once.
  const { entityRef, environment, stack } = known;
  if (seen.redriveCount > known.redriveCount) {
    return { ...seen, entityRef, environment, stack };
  }
  const outdated =
    seen.redriveCount < known.redriveCount ||
    (isTerminal(known.status) && !isTerminal(seen.status));
  if (outdated) {
    return known;
  }
  return {
    ...known,
    ...told(seen),
    entityRef,
    environment,
    stack,
    status:
      known.status === 'rejected' &&
      seen.status === 'failed' &&
      seen.error === undefined
        ? known.status
        : seen.status,
  };
}

function told(run: StoredRun): Partial<StoredRun> {
  return Object.fromEntries(
    Object.entries(run).filter(([, value]) => value !== undefined),
  );
}
