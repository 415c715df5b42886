import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import mlinfraPlugin from '../src/alpha';
import { mlinfraApiRef } from '../src/api/mlinfraApiRef';
import { devEntities } from './entities';
import { devMlinfraApi } from './devMlinfraApi';

// The real plugins, with fixtures instead of backends.
const catalogFixtures = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities: devEntities }),
        }),
    }),
  ],
});

const mlinfraFixtures = createFrontendModule({
  pluginId: 'mlinfra',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: mlinfraApiRef,
          deps: {},
          factory: () => devMlinfraApi,
        }),
    }),
  ],
});

const wizard = createFrontendPlugin({
  pluginId: 'wizard',
  title: 'Wizard',
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/wizard',
        title: 'Wizard',
        loader: () => import('./Wizard').then(m => <m.Wizard />),
      },
    }),
  ],
});

createDevApp({
  features: [
    catalogPlugin,
    catalogFixtures,
    mlinfraPlugin,
    mlinfraFixtures,
    wizard,
  ],
});
