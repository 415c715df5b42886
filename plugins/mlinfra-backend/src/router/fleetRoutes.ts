import {
  mlinfraCostReadPermission,
  mlinfraInventoryReadPermission,
} from '@mlinfra/plugin-mlinfra-common';
import { withAccountName } from '../config/accountNames';
import type {
  ResourceFilter,
  ResourcePosition,
  ResourceStore,
} from '../database/ResourceStore';
import { decodeCursor, encodeCursor } from './cursor';
import type { FleetSource } from './FleetList';
import type { MlinfraRouter } from './MlinfraRouter';
import type { RouteContext } from './routerOptions';

const DEFAULT_LIMIT = 50;

/** What all entities have that the caller may see. */
export function addFleetRoutes(router: MlinfraRouter, context: RouteContext) {
  const { config, httpAuth, fleet } = context;

  router.get('/v1/endpoints', async (req, res) => {
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = req.query;
    const page = await fleet.page({
      source: resources(context.endpoints, filter),
      permission: mlinfraInventoryReadPermission,
      credentials: await httpAuth.credentials(req),
      cursor,
      limit,
    });
    const items = page.items.map(item => withAccountName(config, item));
    res.json({ items, pageInfo: page.pageInfo });
  });

  router.get('/v1/budgets', async (req, res) => {
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = req.query;
    const page = await fleet.page({
      source: resources(context.budgets, filter),
      permission: mlinfraCostReadPermission,
      credentials: await httpAuth.credentials(req),
      cursor,
      limit,
    });
    const items = page.items.map(item => withAccountName(config, item));
    res.json({ items, pageInfo: page.pageInfo });
  });
}

function resources<Resource, Filter extends ResourceFilter>(
  store: ResourceStore<Resource, Filter>,
  filter: Filter,
): FleetSource<Resource, ResourcePosition> {
  return {
    after: (position, limit) => store.after(position, filter, limit),
    entityRef: ({ position }) => position.entityRef,
    encode: encodeCursor,
    decode: decodeCursor,
  };
}
