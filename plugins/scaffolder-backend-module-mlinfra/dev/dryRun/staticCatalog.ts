import { createServiceFactory } from '@backstage/backend-plugin-api';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';

/** A catalog that holds given entities and answers every caller alike. */
export function staticCatalog(entities: Entity[]) {
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () =>
      new InMemoryCatalogClient({ entities }) as unknown as CatalogService,
  });
}

/** The group or user that an entity reference names. */
export function ownerEntity(ownerRef: string): Entity {
  const { kind, namespace, name } = parseEntityRef(ownerRef, {
    defaultKind: 'group',
  });
  const isUser = stringifyEntityRef({ kind, namespace, name }).startsWith(
    'user:',
  );
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: isUser ? 'User' : 'Group',
    metadata: { name, namespace },
    spec: isUser ? { memberOf: [] } : { type: 'team', children: [] },
  };
}
