import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  componentEntityRef,
  type RepositoryIdentity,
} from '@mlinfra/plugin-mlinfra-common';
import type { FieldError } from './fieldErrors';

/** What the catalog, as the caller sees it, has against an identity: an unknown owner, a name that is taken. */
export async function findCatalogConflicts(
  identity: RepositoryIdentity,
  options: { catalog: CatalogService; credentials: BackstageCredentials },
): Promise<FieldError[]> {
  const { catalog, credentials } = options;
  const entityRef = componentEntityRef(identity.name);
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs: [identity.owner, entityRef] },
    { credentials },
  );
  const [owner, existing] = items;
  const errors: FieldError[] = [];
  if (!owner) {
    errors.push({
      field: 'owner',
      message: `${identity.owner} is not in the catalog; choose a group or user that is`,
    });
  }
  if (existing) {
    errors.push({
      field: 'name',
      message: `${entityRef} already exists in the catalog; choose another name`,
    });
  }
  return errors;
}
