import type { EndpointService } from '@mlinfra/plugin-mlinfra-common';
import type { AwsTarget } from '../../aws/AwsTarget';
import { serviceConsoleUrl } from '../../links/consoleLinks';
import { serviceStatus } from '../../status/serviceStatus';
import type { FoundServices, ServiceFacts } from './ServiceFacts';

/** Puts a service together from what was read; no I/O. */
export function buildService(
  { service, stoppedTasks, targets }: ServiceFacts,
  {
    target,
    emulated,
    targetGroups,
  }: { target: AwsTarget; emulated: boolean } & Pick<
    FoundServices,
    'targetGroups'
  >,
): EndpointService {
  const { status, reason } = serviceStatus({ service, targets });
  const cluster = service.clusterArn.split('/').at(-1) ?? service.clusterArn;
  return {
    name: service.name,
    arn: service.arn,
    cluster,
    status,
    statusReason: reason,
    desired: service.desired,
    running: service.running,
    pending: service.pending,
    deployments: service.deployments,
    stoppedTasks,
    targetGroups: targets.map(each => ({
      ...each,
      loadBalancer: targetGroups.get(each.arn)?.loadBalancerArns[0],
    })),
    lastEvent: service.lastEvent,
    consoleUrl: emulated
      ? undefined
      : serviceConsoleUrl(cluster, service.name, target.region),
  };
}
