import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { FieldError } from './fieldErrors';

/**
 * What the catalog, as the caller sees it, has against a repository: an unknown
 * owner, an entity that already has one of the names it would bring.
 */
export async function findCatalogConflicts(options: {
  owner: string;
  /** References of the entities that the repository would bring. */
  entityRefs: string[];
  catalog: CatalogService;
  credentials: BackstageCredentials;
}): Promise<FieldError[]> {
  const { owner, entityRefs, catalog, credentials } = options;
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs: [owner, ...entityRefs] },
    { credentials },
  );
  const [ownerEntity, ...existing] = items;
  const errors: FieldError[] = [];
  if (!ownerEntity) {
    errors.push({
      field: 'owner',
      message: `${owner} is not in the catalog; choose a group or user that is`,
    });
  }
  const taken = entityRefs.filter((_, index) => existing[index]);
  if (taken.length > 0) {
    errors.push({
      field: 'name',
      message: `${taken.join(' and ')} already ${
        taken.length === 1 ? 'exists' : 'exist'
      } in the catalog; choose another name`,
    });
  }
  return errors;
}
