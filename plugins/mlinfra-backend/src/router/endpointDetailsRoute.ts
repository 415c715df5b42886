import type { EndpointDetailsResponse } from '@mlinfra/plugin-mlinfra-common';
import { awsConnection, withAccountName } from '../config/accountNames';
import { endpointAlarms } from '../endpoints/details/endpointAlarms';
import { endpointRequests } from '../endpoints/details/endpointRequests';
import { tryItState } from '../endpoints/tryIt/tryItState';
import { isEmulated } from '../config/isEmulated';
import type { MlinfraRouter } from './MlinfraRouter';
import type { RouteContext } from './routerOptions';

/** One endpoint, from the database alone. */
export function addEndpointDetailsRoute(
  router: MlinfraRouter,
  context: RouteContext,
) {
  const { config, httpAuth, access, endpointAccess, alarms, states } = context;

  router.get('/v1/endpoints/:key', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { endpoint, mayInvoke } = await endpointAccess.visible(
      req.params.key,
      credentials,
    );
    const { entityRef, accountId, region } = endpoint;
    const entity = await access.readable(entityRef, credentials);
    const requests = endpointRequests(endpoint);
    const collections = await states.ofEntity(entity, ['inventory']);
    const response: EndpointDetailsResponse = {
      aws: awsConnection(config),
      endpoint: withAccountName(config, endpoint),
      alarms: endpointAlarms(await alarms.ofEntity(entityRef), endpoint.id).map(
        alarm => withAccountName(config, alarm),
      ),
      requests,
      tryIt: tryItState(endpoint, requests, {
        config: config.tryIt,
        emulated: isEmulated(config, accountId),
        permitted: mayInvoke,
      }),
      collections: collections.filter(
        each => each.accountId === accountId && each.region === region,
      ),
    };
    res.json(response);
  });
}
