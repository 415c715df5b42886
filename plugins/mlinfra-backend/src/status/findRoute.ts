import type { RouteDetails } from '../aws/InventorySource';

/** The route that takes a request, the most exact one first, as API Gateway chooses it. */
export function findRoute(
  routes: RouteDetails[],
  request: { method: string; path: string },
): RouteDetails | undefined {
  const sameMethod = (route: RouteDetails) => route.method === request.method;
  const anyMethod = (route: RouteDetails) => route.method === 'ANY';
  const exact = routes.filter(route => route.path === request.path);
  const greedy = routes.filter(route => /^\/\{[^}]+\+\}$/.test(route.path));
  return (
    exact.find(sameMethod) ??
    exact.find(anyMethod) ??
    greedy.find(sameMethod) ??
    greedy.find(anyMethod) ??
    routes.find(route => route.path === '$default')
  );
}
