import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { SERVICE_NAME_PATTERN } from './namePattern';

/** How many names are tried; beyond, a person finds a better one. */
const MAX_CANDIDATES = 100;

/**
 * The first of `name`, `name-2`, `name-3`, … that no component bears, found by
 * one question to the catalog. Undefined when none is free.
 */
export async function freeName(
  name: string,
  catalog: Pick<CatalogApi, 'getEntitiesByRefs'>,
): Promise<string | undefined> {
  const candidates = Array.from({ length: MAX_CANDIDATES }, (_, index) =>
    index === 0 ? name : `${name}-${index + 1}`,
  ).filter(candidate => SERVICE_NAME_PATTERN.test(candidate));
  if (!candidates.length) {
    return undefined;
  }
  const { items } = await catalog.getEntitiesByRefs({
    entityRefs: candidates.map(candidate =>
      stringifyEntityRef({
        kind: 'component',
        namespace: 'default',
        name: candidate,
      }),
    ),
    fields: ['kind', 'metadata.name', 'metadata.namespace'],
  });
  // Answers come in the order of the questions, with a gap for what is not there.
  return candidates.find((_, index) => !items[index]);
}
