import type {
  CollectionState,
  CollectorId,
  Timestamp,
} from '@mlinfra/plugin-mlinfra-common';

/** The part of an answer that tells when it was read from AWS. */
export interface Collected {
  items: { id: string; collectedAt: Timestamp }[];
  collections: CollectionState[];
}

/**
 * Whether every collector has tried anew since `before`, with or without
 * success, and none is still at it.
 */
export function isCollectedAnew(
  before: Collected | undefined,
  after: Collected,
): boolean {
  const old = lastAttempts(before);
  return (
    after.collections.every(({ running }) => !running) &&
    [...lastAttempts(after)].every(
      ([collector, attempt]) => attempt !== old.get(collector),
    )
  );
}

/** When the oldest of the shown data was read from AWS. */
export function collectedAt(collected: Collected): Timestamp | undefined {
  const times = collected.items.length
    ? collected.items.map(item => item.collectedAt)
    : collected.collections.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []);
  return times.sort()[0];
}

/** Whether any of the shown data is older than it should be. */
export function isStale(collections: CollectionState[]): boolean {
  return collections.some(({ stale }) => stale);
}

function lastAttempts(
  collected: Collected | undefined,
): Map<CollectorId, Timestamp> {
  const attempts = new Map<CollectorId, Timestamp>();
  for (const { collector, lastAttemptAt = '' } of collected?.collections ??
    []) {
    const newest = attempts.get(collector) ?? '';
    attempts.set(collector, lastAttemptAt > newest ? lastAttemptAt : newest);
  }
  return attempts;
}
