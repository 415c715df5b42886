import type {
  CollectionState,
  Timestamp,
} from '@mlinfra/plugin-mlinfra-common';
import { formatAge } from '../format/instant';
import { collectedAt, isStale, type Collected } from './collected';

/** When something was read from AWS, and whether that is too long ago. */
export interface Age {
  at: Timestamp;
  stale: boolean;
}

/** The age of everything together, for a header: that of the oldest. */
export function overallAge(data: Collected): Age | undefined {
  const at = collectedAt(data);
  return at ? { at, stale: isStale(data.collections) } : undefined;
}

/**
 * The age of each row by its id, or nothing where all rows are as old as the
 * header says: one age said once is read, and said on every row it is noise.
 */
export function rowAges<T extends Collected>(
  data: T,
  isOf: (collection: CollectionState, row: T['items'][number]) => boolean,
): Map<string, Age> {
  const ages = data.items.map((row): [string, Age] => [
    row.id,
    {
      at: row.collectedAt,
      stale: isStale(data.collections.filter(each => isOf(each, row))),
    },
  ]);
  const header = overallAge(data);
  return ages.every(([, age]) => looksLike(age, header))
    ? new Map()
    : new Map(ages);
}

function looksLike(one: Age, other: Age | undefined): boolean {
  return (
    other !== undefined &&
    one.stale === other.stale &&
    formatAge(one.at) === formatAge(other.at)
  );
}
