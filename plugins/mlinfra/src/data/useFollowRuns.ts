import type { RunSummary } from '@mlinfra/plugin-mlinfra-common';
import { isGoingOn } from './isGoingOn';
import { useFollow } from './useFollow';

/** A list is dearer to ask for than one run, and less looked at. */
const POLL_MS = 10_000;

/** Keeps a list of runs new while any of them goes on. `reload` must be memoised. */
export function useFollowRuns(
  runs: RunSummary[],
  reload: () => Promise<unknown>,
): void {
  const goingOn = runs.filter(isGoingOn);
  useFollow({
    channels: goingOn.map(({ id }) => `mlinfra:run:${id}`).sort(),
    active: goingOn.length > 0,
    reload,
    pollMs: POLL_MS,
  });
}
