import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  type EndpointMetricsResponse,
  type MetricRange,
  mlinfraInventoryReadPermission,
} from '@mlinfra/plugin-mlinfra-common';
import type { StoredEndpoint } from '../collectors/buildEndpoint';
import { awsConnection } from '../config/accountNames';
import { EndpointMetricsReader } from '../endpoints/metrics/EndpointMetricsReader';
import { CallerLimit } from '../runs/stepLogs/CallerLimit';
import { callerOf } from './callerOf';
import type { MlinfraRouter } from './MlinfraRouter';
import type { RouteContext } from './routerOptions';

const DEFAULT_RANGE: MetricRange = '3h';
const AT_ONCE = 20;
const PER_SECOND = 1;

/** Metrics, which are asked of CloudWatch when somebody looks, and kept for a while for all who look. */
export function addEndpointMetricsRoutes(
  router: MlinfraRouter,
  context: RouteContext,
) {
  const { config, httpAuth, access, endpointAccess, endpoints } = context;
  const reader = new EndpointMetricsReader(context);
  const limit = new CallerLimit(
    AT_ONCE,
    PER_SECOND,
    'You ask for metrics more often than AWS can be asked; wait a moment, then look again',
  );
  const answer = async (
    found: StoredEndpoint[],
    range: MetricRange = DEFAULT_RANGE,
  ): Promise<EndpointMetricsResponse> => ({
    aws: awsConnection(config),
    ...(await reader.read(found, range)),
  });

  router.get(
    '/v1/entities/:kind/:namespace/:name/metrics',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req);
      const entityRef = stringifyEntityRef(req.params);
      await access.readable(entityRef, credentials);
      await access.require(
        mlinfraInventoryReadPermission,
        entityRef,
        credentials,
      );
      limit.take(callerOf(credentials));
      res.json(
        await answer(await endpoints.ofEntity(entityRef), req.query.range),
      );
    },
  );

  router.get('/v1/endpoints/:key/metrics', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { endpoint } = await endpointAccess.visible(
      req.params.key,
      credentials,
    );
    limit.take(callerOf(credentials));
    res.json(await answer([endpoint], req.query.range));
  });
}
