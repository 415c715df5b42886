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

/** When the oldest of what is shown was read from AWS. */
export function collectedAt(collected: Collected): Timestamp | undefined {
  const shown = collected.items.map(item => item.collectedAt);
  const searched = collected.collections
    // Without items, the answer is that nothing was found, and that has an age too.
    .filter(({ stale }) => stale || shown.length === 0)
    .flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []);
  return [...shown, ...searched].sort()[0];
}

/**
 * Whether something is shown that is older than it should be. What was never
 * read is not shown at all, and its notice says so.
 */
export function isStale(collections: CollectionState[]): boolean {
  return collections.some(
    ({ stale, lastSuccessAt }) => stale && lastSuccessAt !== undefined,
  );
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
