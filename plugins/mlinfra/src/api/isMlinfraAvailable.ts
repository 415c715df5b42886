import type { Entity } from '@backstage/catalog-model';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import { mlinfraEntityFilter } from '@mlinfra/plugin-mlinfra-common';

const matches = filterPredicateToFilterFunction(mlinfraEntityFilter);

/** Whether an entity has infrastructure to show; for `EntitySwitch`. @public */
export function isMlinfraAvailable(entity: Entity): boolean {
  return matches(entity);
}
