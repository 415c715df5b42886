import {
  useRouteRef,
  type RouteRef,
  type SubRouteRef,
} from '@backstage/core-plugin-api';

type Parameters = { [name: string]: string } | undefined;

/**
 * The way to a page that an app may have left out. For such a page the old
 * frontend system throws and the new one answers undefined; a card must work
 * in both. Every hook inside has been called by the time it throws, so their
 * order stays the same.
 */
export function useOptionalRoute<T extends Parameters>(
  routeRef: RouteRef<T> | SubRouteRef<T>,
) {
  try {
    return useRouteRef(routeRef);
  } catch {
    return undefined;
  }
}
