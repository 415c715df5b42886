import { ConflictError } from '@backstage/errors';
import { mlinfraEndpointInvokePermission } from '@mlinfra/plugin-mlinfra-common';
import { isEmulated } from '../config/isEmulated';
import { endpointRequests } from '../endpoints/details/endpointRequests';
import { EndpointTrier } from '../endpoints/tryIt/EndpointTrier';
import { tryItState } from '../endpoints/tryIt/tryItState';
import { CallerLimit } from '../runs/stepLogs/CallerLimit';
import { audited } from './audited';
import { callerOf } from './callerOf';
import { missingPermission } from './EntityAccess';
import type { MlinfraRouter } from './MlinfraRouter';
import type { RouteContext } from './routerOptions';

/** Sending a request to an endpoint; for people only, and audited without what is sent and answered. */
export function addTryEndpointRoute(
  router: MlinfraRouter,
  context: RouteContext,
) {
  const { config, httpAuth, endpointAccess } = context;
  const { perMinute } = config.tryIt;
  const trier = new EndpointTrier(context);
  const limit = (who: string) =>
    new CallerLimit(
      perMinute,
      perMinute / 60,
      `${who} ${perMinute} requests per minute from here (mlinfra.tryIt.perMinute); wait a moment, then send it again`,
    );
  const callers = limit('You may send');
  const endpoints = limit('All people together may send this endpoint');

  router.post('/v1/endpoints/:key/try', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { key } = req.params;
    const answer = await audited(
      context,
      {
        req,
        eventId: 'endpoint-try',
        meta: { key, request: req.body.request },
      },
      async () => {
        const { endpoint, mayInvoke } = await endpointAccess.visible(
          key,
          credentials,
        );
        const state = tryItState(endpoint, endpointRequests(endpoint), {
          config: config.tryIt,
          emulated: isEmulated(config, endpoint.accountId),
          permitted: mayInvoke,
        });
        if (!state.allowed) {
          throw state.reason === 'no-permission'
            ? missingPermission(
                mlinfraEndpointInvokePermission.name,
                endpoint.entityRef,
              )
            : new ConflictError(`Nothing was sent: ${state.message}`);
        }
        callers.take(callerOf(credentials));
        endpoints.take(endpoint.key);
        return trier.send(endpoint, req.body);
      },
      ({ status, durationMs }) => ({ status, durationMs }),
    );
    res.json(answer);
  });
}
