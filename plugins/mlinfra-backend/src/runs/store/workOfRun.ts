import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { StoredRun } from '../model';
import { isTerminal } from './runStatus';
import type { RunWork } from './tables';

/** Histories of runs that ended longer ago are read when somebody opens them. */
const READ_WITHIN_MS = 24 * 60 * 60_000;
/** Ends that are found later than this, at the first sight of a run, are no news. */
const NEWS_WITHIN_MS = 60 * 60_000;

export interface SeenRun {
  known: StoredRun | undefined;
  /** What is known after it was seen again. */
  merged: StoredRun;
  now: Timestamp;
}

/** True where a run is seen to have ended for the first time. */
export function hasEnded({ known, merged }: SeenRun): boolean {
  return (
    isTerminal(merged.status) &&
    !(
      known &&
      isTerminal(known.status) &&
      known.redriveCount === merged.redriveCount
    )
  );
}

/** True where a run goes on that was seen to have ended, as after a redrive. */
export function goesOnAgain({ known, merged }: SeenRun): boolean {
  return (
    known !== undefined &&
    isTerminal(known.status) &&
    !isTerminal(merged.status)
  );
}

/** What is to be asked about a run that has just ended. */
export function workOfEndedRun(
  seen: SeenRun,
  readHistoryOnEnd: boolean,
): RunWork | null {
  if (readHistoryOnEnd && endedWithin(seen, READ_WITHIN_MS)) {
    return 'read';
  }
  // Lists do not tell the error, by which a rejection is known.
  return seen.merged.status === 'succeeded' || seen.merged.status === 'aborted'
    ? null
    : 'describe';
}

/** True where the owner of a run hears of its end. */
export function isNews(seen: SeenRun): boolean {
  return seen.known !== undefined || endedWithin(seen, NEWS_WITHIN_MS);
}

/** Which end of a run its owner was told of: a redriven run ends again. */
export function endKey({ redriveCount }: StoredRun): string {
  return String(redriveCount);
}

function endedWithin({ merged, now }: SeenRun, milliseconds: number): boolean {
  const end = merged.stoppedAt ?? merged.startedAt;
  return Date.parse(now) - Date.parse(end) < milliseconds;
}
