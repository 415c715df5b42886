import type {
  CollectionState,
  Timestamp,
} from '@mlinfra/plugin-mlinfra-common';

/** The part of an answer that tells when it was read from AWS. */
export interface Collected {
  items: { id: string; collectedAt: Timestamp }[];
  collections: CollectionState[];
}

/** Whether all that people asked for has been collected since, with or without success. */
export function isAnswered({ collections }: Collected): boolean {
  return collections.every(({ requested }) => !requested);
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
