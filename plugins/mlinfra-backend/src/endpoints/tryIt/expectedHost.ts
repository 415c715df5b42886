import { partitionOf } from '../../aws/partition';
import type { StoredEndpoint } from '../../collectors/buildEndpoint';
import { executeApiHost } from '../../links/executeApiHost';
import { apiStage } from '../apiStage';

/**
 * Whether an address is on the host that AWS itself gives to this endpoint.
 * Names that people choose could lead anywhere, also into the portal's own
 * network.
 */
export function expectedHost(
  { id, kind, region }: StoredEndpoint,
  address: string,
): boolean {
  if (!URL.canParse(address)) {
    return false;
  }
  const { protocol, hostname, port, username, password } = new URL(address);
  if (username || password) {
    return false;
  }
  if (kind === 'ecs-service') {
    return (
      (protocol === 'https:' || protocol === 'http:') &&
      isLoadBalancer(hostname, region)
    );
  }
  const api = apiStage(id);
  return (
    api !== undefined &&
    protocol === 'https:' &&
    port === '' &&
    hostname === executeApiHost(api.apiId, region)
  );
}

/** An application load balancer that faces the internet; the name of an internal one begins with `internal-`. */
function isLoadBalancer(hostname: string, region: string): boolean {
  const suffix = `.${region}.elb.${partitionOf(region).dnsSuffix}`;
  const name = hostname.slice(0, -suffix.length);
  return (
    hostname.endsWith(suffix) &&
    /^[a-z0-9-]+-\d+$/.test(name) &&
    !name.startsWith('internal-')
  );
}
