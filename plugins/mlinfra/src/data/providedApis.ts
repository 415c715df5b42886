import {
  parseEntityRef,
  RELATION_PROVIDES_API,
  type CompoundEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/** The API entities whose definition pages document an entity's endpoints. */
export function providedApis(entity: Entity): CompoundEntityRef[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_PROVIDES_API)
    .map(({ targetRef }) => parseEntityRef(targetRef));
}
