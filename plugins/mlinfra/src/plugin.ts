import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { MlinfraClient } from '@mlinfra/plugin-mlinfra-common';
import { mlinfraApiRef } from './api/mlinfraApiRef';
import { environmentFieldOptions } from './fields/environment/options';
import { serviceNameFieldOptions } from './fields/serviceName/options';
import { entityContentRouteRef, rootRouteRef, routes } from './routes';

/** The plugin in an app of the old frontend system. @public */
export const mlinfraPlugin = createPlugin({
  id: 'mlinfra',
  routes,
  apis: [
    createApiFactory({
      api: mlinfraApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new MlinfraClient({ fetchApi }),
    }),
  ],
});

/** The fleet page; mount it at `/mlinfra`. @public */
export const MlinfraPage = mlinfraPlugin.provide(
  createRoutableExtension({
    name: 'MlinfraPage',
    component: () =>
      import('./components/MlinfraPage/MlinfraPage').then(m => m.MlinfraPage),
    mountPoint: rootRouteRef,
  }),
);

/** The tab of an entity's page. @public */
export const EntityMlinfraContent = mlinfraPlugin.provide(
  createRoutableExtension({
    name: 'EntityMlinfraContent',
    component: () =>
      import('./components/EntityContent/EntityContent').then(
        m => m.EntityContent,
      ),
    mountPoint: entityContentRouteRef,
  }),
);

/** The endpoints on an entity's overview. @public */
export const EntityMlinfraEndpointsCard = mlinfraPlugin.provide(
  createComponentExtension({
    name: 'EntityMlinfraEndpointsCard',
    component: {
      lazy: () =>
        import('./components/EndpointsCard/EndpointsCard').then(
          m => m.EndpointsCard,
        ),
    },
  }),
);

/** The budgets on an entity's overview. @public */
export const EntityMlinfraBudgetCard = mlinfraPlugin.provide(
  createComponentExtension({
    name: 'EntityMlinfraBudgetCard',
    component: {
      lazy: () =>
        import('./components/BudgetCard/BudgetCard').then(m => m.BudgetCard),
    },
  }),
);

/** The pipelines and their newest runs on an entity's overview. @public */
export const EntityMlinfraRunsCard = mlinfraPlugin.provide(
  createComponentExtension({
    name: 'EntityMlinfraRunsCard',
    component: {
      lazy: () =>
        import('./components/RunsCard/RunsCard').then(m => m.RunsCard),
    },
  }),
);

/** The wizard's field for a new service's name. @public */
export const MlinfraServiceNameFieldExtension = mlinfraPlugin.provide(
  createScaffolderFieldExtension({
    ...serviceNameFieldOptions,
    schema: serviceNameFieldOptions.schema.schema,
  }),
);

/** The wizard's field for an environment's account and region. @public */
export const MlinfraEnvironmentFieldExtension = mlinfraPlugin.provide(
  createScaffolderFieldExtension({
    ...environmentFieldOptions,
    schema: environmentFieldOptions.schema.schema,
  }),
);
