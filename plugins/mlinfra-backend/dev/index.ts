import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  catalogServiceMock.factory({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'speech', namespace: 'default' },
        spec: { type: 'service', lifecycle: 'production', owner: 'ml-speech' },
        relations: [{ type: 'ownedBy', targetRef: 'group:default/ml-speech' }],
      },
    ],
  }),
);
backend.add(import('../src'));

backend.start();
