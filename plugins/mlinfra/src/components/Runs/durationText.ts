import type { RunSummary } from '@mlinfra/plugin-mlinfra-common';
import { DateTime } from 'luxon';
import { isGoingOn } from '../../data/isGoingOn';
import { formatDuration } from '../../format/duration';
import type { Messages } from '../../translation/useMessages';

/** How long a run took, or has taken so far; undefined where neither is known. */
export function durationText(
  run: RunSummary,
  t: Messages,
  now: number = Date.now(),
): string | undefined {
  const { startedAt, stoppedAt } = run;
  const duration = formatDuration(
    startedAt,
    stoppedAt,
    DateTime.fromMillis(now),
  );
  if (stoppedAt) {
    return t('runs.lasted', { duration });
  }
  return isGoingOn(run) ? t('runs.soFar', { duration }) : undefined;
}
