import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { spec } from '../schema/openapi';
import { addAccountsRoute } from './accountsRoute';
import { EntityAccess } from './EntityAccess';
import { addEntityRoutes } from './entityRoutes';
import { FleetList } from './FleetList';
import { addFleetRoutes } from './fleetRoutes';
import type { MlinfraRouter } from './MlinfraRouter';
import { addRefreshRoute } from './refreshRoute';
import type { RouteContext, RouterOptions } from './routerOptions';

/** Everything under `/api/mlinfra`. No route calls AWS. */
export function createRouter(options: RouterOptions): MlinfraRouter {
  const router = createValidatedOpenApiRouter(spec, {
    validatorOptions: {
      validateRequests: {
        coerceTypes: true,
        allowUnknownQueryParameters: false,
      },
    },
  });
  const context: RouteContext = {
    ...options,
    access: new EntityAccess(options.catalog, options.permissions),
    fleet: new FleetList(options.catalog, options.permissions),
  };
  addEntityRoutes(router, context);
  addFleetRoutes(router, context);
  addAccountsRoute(router, context);
  addRefreshRoute(router, context);
  return router;
}
