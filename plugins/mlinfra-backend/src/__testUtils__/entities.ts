import type { Entity } from '@backstage/catalog-model';

/** A component with an owner, as the catalog would return it. */
export function component(
  name: string,
  owner = 'group:default/ml-speech',
  annotations?: Record<string, string>,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}
