import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import express from 'express';
import { spec } from '../schema/openapi';
import { addAccountsRoute } from './accountsRoute';
import { EndpointAccess } from './EndpointAccess';
import { addEndpointDetailsRoute } from './endpointDetailsRoute';
import { addEndpointMetricsRoutes } from './endpointMetricsRoutes';
import { EntityAccess } from './EntityAccess';
import { addEntityRoutes } from './entityRoutes';
import { FleetList } from './FleetList';
import { addFleetRoutes } from './fleetRoutes';
import type { MlinfraRouter } from './MlinfraRouter';
import { addRefreshRoute } from './refreshRoute';
import { retryAfter } from './retryAfter';
import type { RouteContext, RouterOptions } from './routerOptions';
import { RunAccess } from './RunAccess';
import { addRunActionRoutes } from './runActionRoutes';
import { addRunListRoutes } from './runListRoutes';
import { addRunLogRoute } from './runLogRoute';
import { addRunRoutes } from './runRoutes';
import { addTryEndpointRoute } from './tryEndpointRoute';

/** Room for the largest input of a run, 256 KiB, and what is around it. */
const LARGEST_BODY = '512kb';

/** Everything under `/api/mlinfra`. Only acting on a run, reading a step's log, metrics and trying an endpoint call AWS. */
export function createRouter(options: RouterOptions): MlinfraRouter {
  const router = createValidatedOpenApiRouter(spec, {
    middleware: [express.json({ limit: LARGEST_BODY })],
    validatorOptions: {
      validateRequests: {
        coerceTypes: true,
        allowUnknownQueryParameters: false,
      },
    },
  });
  const access = new EntityAccess(options.catalog, options.permissions);
  const context: RouteContext = {
    ...options,
    access,
    runAccess: new RunAccess(options.runs, access),
    endpointAccess: new EndpointAccess(options.endpoints, access),
    fleet: new FleetList(options.catalog, options.permissions),
  };
  addEntityRoutes(router, context);
  addFleetRoutes(router, context);
  addEndpointDetailsRoute(router, context);
  addEndpointMetricsRoutes(router, context);
  addTryEndpointRoute(router, context);
  addAccountsRoute(router, context);
  addRefreshRoute(router, context);
  addRunListRoutes(router, context);
  addRunRoutes(router, context);
  addRunLogRoute(router, context);
  addRunActionRoutes(router, context);
  router.use(retryAfter);
  return router;
}
