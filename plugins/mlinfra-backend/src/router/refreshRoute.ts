import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, toError } from '@backstage/errors';
import {
  type EntityRef,
  mlinfraRefreshPermission,
} from '@mlinfra/plugin-mlinfra-common';
import type { MlinfraRouter } from './MlinfraRouter';
import type { RouteContext } from './routerOptions';

/** Asks for an entity's data to be collected now. */
export function addRefreshRoute(router: MlinfraRouter, context: RouteContext) {
  const { httpAuth, auditor, access, refreshRequests } = context;

  router.post('/v1/refresh', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = parseRef(req.body.entityRef);
    const event = await auditor.createEvent({
      eventId: 'refresh',
      severityLevel: 'low',
      request: req,
      meta: { entityRef },
    });
    try {
      const entity = await access.readable(entityRef, credentials);
      await access.require(mlinfraRefreshPermission, entityRef, credentials);
      const { targets, ...response } = await refreshRequests.request(
        entityRef,
        entity,
      );
      await event.success({ meta: { status: response.status, targets } });
      res.json(response);
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  });
}

function parseRef(text: string): EntityRef {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch (error) {
    throw new InputError(
      `entityRef is "${text}", which is no entity reference; write it like component:default/speech`,
      error,
    );
  }
}
