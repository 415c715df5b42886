import type { Integration, Route } from '@aws-sdk/client-apigatewayv2';
import type { RouteDetails } from './InventorySource';
import { endpointAuth } from './endpointAuth';
import { lambdaArn } from './lambdaArn';

/** Joins an HTTP API's routes, keyed `POST /predict` or `$default`, with what answers them. */
export function httpRoutes(
  routes: Route[],
  integrations: Integration[],
): RouteDetails[] {
  const answering = new Map(
    integrations.map(integration => [
      `integrations/${integration.IntegrationId}`,
      {
        uri: integration.IntegrationUri,
        linked: integration.ConnectionType === 'VPC_LINK',
        link: integration.ConnectionId && {
          id: integration.ConnectionId,
          generation: 'v2' as const,
        },
      },
    ]),
  );
  return routes.map(route => {
    const { uri, linked, link } = answering.get(route.Target ?? '') ?? {};
    const [method, path] = (route.RouteKey ?? '').split(' ');
    return {
      method: path ? method : 'ANY',
      path: path ?? method,
      auth: endpointAuth(route.AuthorizationType, route.ApiKeyRequired),
      functionArn: lambdaArn(uri),
      ...(linked && { privateTarget: uri, link: link || undefined }),
    };
  });
}
