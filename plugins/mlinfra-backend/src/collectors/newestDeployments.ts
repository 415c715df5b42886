import type { EndpointDeployment } from '@mlinfra/plugin-mlinfra-common';

const MOST = 10;

/** The deployments to show of an endpoint. */
export function newestDeployments(
  all: EndpointDeployment[],
): EndpointDeployment[] {
  return [...all]
    .sort((one, other) => other.at.localeCompare(one.at))
    .slice(0, MOST);
}
