import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { CachedDetail } from './CachedDetail';

/** Calls for single resources that one collection may make. */
export const MOST_READS = 100;
/** Of these, calls that only confirm what is known already. */
export const MOST_CONFIRMATIONS = 10;
/** What is known is confirmed after this time. */
export const CONFIRM_AFTER_MS = 60 * 60_000;

const UNSETTLED = 3;
const CONFIRM = 4;

/** A resource whose details may have to be read. */
export interface DetailCandidate {
  arn: string;
  fingerprint: string;
  /** When a person asked for fresh data. */
  refreshedAt?: Timestamp;
}

/**
 * Chooses the resources to ask about in this collection: those that a person
 * waits for, new ones, changed ones, unsettled ones; then a few of the oldest,
 * as lists do not show every change. The number is bounded, so that a
 * collection costs the same however many entities there are.
 */
export function planDetailReads(
  candidates: DetailCandidate[],
  known: Map<string, CachedDetail>,
  now: Timestamp,
): { read: Set<string>; incomplete: boolean } {
  const needed = candidates
    .map(candidate => ({
      arn: candidate.arn,
      urgency: urgency(candidate, known.get(candidate.arn)),
      readAt: known.get(candidate.arn)?.readAt ?? '',
    }))
    .sort(
      (one, other) =>
        one.urgency - other.urgency || (one.readAt < other.readAt ? -1 : 1),
    );
  const must = needed.filter(each => each.urgency < CONFIRM);
  const before = new Date(Date.parse(now) - CONFIRM_AFTER_MS).toISOString();
  const confirm = needed
    .filter(each => each.urgency === CONFIRM && each.readAt < before)
    .slice(0, MOST_CONFIRMATIONS);
  const most = MOST_READS - confirm.length;
  const read = [...must.slice(0, most), ...confirm];
  return {
    read: new Set(read.map(each => each.arn)),
    incomplete: must.slice(most).some(each => each.urgency < UNSETTLED),
  };
}

function urgency(
  { fingerprint, refreshedAt }: DetailCandidate,
  detail: CachedDetail | undefined,
): number {
  if (detail && refreshedAt && refreshedAt > detail.readAt) {
    return 0;
  }
  if (!detail) {
    return 1;
  }
  if (detail.fingerprint !== fingerprint) {
    return 2;
  }
  return detail.settled ? CONFIRM : UNSETTLED;
}
