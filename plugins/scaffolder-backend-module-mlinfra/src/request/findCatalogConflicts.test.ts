import type { Entity } from '@backstage/catalog-model';
import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { repositoryInput } from '../__testUtils__/repositoryInput';
import {
  catalogEntities,
  catalogEntityRefs,
} from '../repository/catalogEntities';
import { findCatalogConflicts } from './findCatalogConflicts';
import { readRepositoryRequest } from './readRepositoryRequest';

const request = readRepositoryRequest(repositoryInput());
const emitted = catalogEntities(request, {
  templateVersion: '1.0.0',
  apiDefinitions: new Map([['inference-api', 'openapi: 3.1.0']]),
});
const owner: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'audio', namespace: 'default' },
};

const conflicts = (entities: Entity[]) =>
  findCatalogConflicts({
    owner: 'group:default/audio',
    entityRefs: catalogEntityRefs(request),
    catalog: catalogServiceMock({
      entities: entities.map(entity => ({
        ...entity,
        metadata: { ...entity.metadata, namespace: 'default' },
      })),
    }),
    credentials: mockCredentials.user(),
  });

describe('findCatalogConflicts', () => {
  it('knows every entity that the repository brings', () => {
    expect(catalogEntityRefs(request).sort()).toEqual(
      emitted.map(entity => stringifyEntityRef(entity)).sort(),
    );
  });

  it.each(emitted.map(entity => [stringifyEntityRef(entity), entity] as const))(
    'refuses a name that %s has',
    async (ref, entity) => {
      expect(await conflicts([owner, entity])).toEqual([
        {
          field: 'name',
          message: `${ref} already exists in the catalog; choose another name`,
        },
      ]);
    },
  );

  it('names everything that is in the way', async () => {
    const [error] = await conflicts([owner, ...emitted]);
    expect(error.message).toBe(
      'component:default/bird-calls and system:default/bird-calls and api:default/bird-calls and resource:default/bird-calls-dev and resource:default/bird-calls-prod already exist in the catalog; choose another name',
    );
  });

  it('has nothing against a free name, and knows the owner', async () => {
    expect(await conflicts([owner])).toEqual([]);
    expect((await conflicts([])).map(error => error.field)).toEqual(['owner']);
  });
});
