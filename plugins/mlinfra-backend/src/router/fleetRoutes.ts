import {
  mlinfraCostReadPermission,
  mlinfraInventoryReadPermission,
} from '@mlinfra/plugin-mlinfra-common';
import { withAccountName } from '../config/accountNames';
import type { MlinfraRouter } from './MlinfraRouter';
import type { RouteContext } from './routerOptions';

const DEFAULT_LIMIT = 50;

/** What all entities have that the caller may see. */
export function addFleetRoutes(router: MlinfraRouter, context: RouteContext) {
  const { config, httpAuth, fleet } = context;

  router.get('/v1/endpoints', async (req, res) => {
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = req.query;
    const page = await fleet.page({
      store: context.endpoints,
      permission: mlinfraInventoryReadPermission,
      credentials: await httpAuth.credentials(req),
      filter,
      cursor,
      limit,
    });
    const items = page.items.map(item => withAccountName(config, item));
    res.json({ items, pageInfo: page.pageInfo });
  });

  router.get('/v1/budgets', async (req, res) => {
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = req.query;
    const page = await fleet.page({
      store: context.budgets,
      permission: mlinfraCostReadPermission,
      credentials: await httpAuth.credentials(req),
      filter,
      cursor,
      limit,
    });
    const items = page.items.map(item => withAccountName(config, item));
    res.json({ items, pageInfo: page.pageInfo });
  });
}
