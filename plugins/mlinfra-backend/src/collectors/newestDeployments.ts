import type { EndpointDeployment } from '@mlinfra/plugin-mlinfra-common';

const MOST = 10;

/** The deployments to show of an endpoint. */
export function newestDeployments(
  all: EndpointDeployment[],
): EndpointDeployment[] {
  // A function that is called in two ways is deployed once.
  return [...new Map(all.map(each => [each.id, each])).values()]
    .sort((one, other) => other.at.localeCompare(one.at))
    .slice(0, MOST);
}
