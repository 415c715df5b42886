import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The fleet page. @public */
export const rootRouteRef = createRouteRef({ id: 'mlinfra' });

/** The endpoints of all entities. @public */
export const endpointsRouteRef = createSubRouteRef({
  id: 'mlinfra-endpoints',
  parent: rootRouteRef,
  path: '/endpoints',
});

/** One endpoint. @public */
export const endpointRouteRef = createSubRouteRef({
  id: 'mlinfra-endpoint',
  parent: rootRouteRef,
  path: '/endpoints/:key',
});

/** The runs of all entities. @public */
export const runsRouteRef = createSubRouteRef({
  id: 'mlinfra-runs',
  parent: rootRouteRef,
  path: '/runs',
});

/** One run. @public */
export const runRouteRef = createSubRouteRef({
  id: 'mlinfra-run',
  parent: rootRouteRef,
  path: '/runs/:id',
});

/** Two runs side by side; takes their ids as `a` and `b` in the query. @public */
export const compareRunsRouteRef = createSubRouteRef({
  id: 'mlinfra-compare-runs',
  parent: rootRouteRef,
  path: '/runs/compare',
});

/** The tab on an entity's page. @public */
export const entityContentRouteRef = createRouteRef({
  id: 'mlinfra-entity-content',
});

/** All of them, by the names that apps bind and override. */
export const routes = {
  root: rootRouteRef,
  endpoints: endpointsRouteRef,
  endpoint: endpointRouteRef,
  runs: runsRouteRef,
  run: runRouteRef,
  compareRuns: compareRunsRouteRef,
  entityContent: entityContentRouteRef,
};
