import { createRouteRef } from '@backstage/core-plugin-api';

/** The fleet page. @public */
export const rootRouteRef = createRouteRef({ id: 'mlinfra' });

/** The tab on an entity's page. @public */
export const entityContentRouteRef = createRouteRef({
  id: 'mlinfra-entity-content',
});
