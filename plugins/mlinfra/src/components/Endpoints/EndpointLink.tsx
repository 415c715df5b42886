import { Link, type LinkProps } from '@backstage/ui';
import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import { useOptionalRoute } from '../../api/useOptionalRoute';
import { endpointRouteRef } from '../../routes';

interface EndpointLinkProps {
  endpoint: Pick<Endpoint, 'key' | 'name'>;
  variant?: LinkProps['variant'];
}

/** An endpoint's name, and the way to its page where the app has that page. */
export function EndpointLink({ endpoint, variant }: EndpointLinkProps) {
  const path = useOptionalRoute(endpointRouteRef);
  const { key, name } = endpoint;
  return path ? (
    <Link href={path({ key })} variant={variant} weight="bold">
      {name}
    </Link>
  ) : (
    <>{name}</>
  );
}
