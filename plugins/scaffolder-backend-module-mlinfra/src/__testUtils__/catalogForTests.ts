import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

const group: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'audio', namespace: 'default' },
  spec: { type: 'team', children: [] },
};

const component: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'taken-name', namespace: 'default' },
  spec: { type: 'service', owner: 'group:default/audio' },
};

/** A catalog with the group `audio` and the component `taken-name`. */
export function catalogForTests(entities: Entity[] = []) {
  return catalogServiceMock({ entities: [group, component, ...entities] });
}
