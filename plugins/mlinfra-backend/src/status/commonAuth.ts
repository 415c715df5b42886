import type { EndpointAuth } from '@mlinfra/plugin-mlinfra-common';
import type { RouteDetails } from '../aws/InventorySource';

/** What all routes of an API ask of a caller; `unknown` where they differ. Preflight requests never carry keys and do not count. */
export function commonAuth(routes: RouteDetails[]): EndpointAuth {
  const found = new Set(
    routes.filter(route => route.method !== 'OPTIONS').map(route => route.auth),
  );
  return found.size === 1 ? [...found][0] : 'unknown';
}
