import type { EndpointService } from '@mlinfra/plugin-mlinfra-common';
import type { AwsTarget } from '../../aws/AwsTarget';
import { serviceConsoleUrl } from '../../links/consoleLinks';
import { serviceStatus } from '../../status/serviceStatus';
import type { ServiceFacts } from './ServiceFacts';

/** Puts a service together from what was read; no I/O. */
export function buildService(
  { service, stoppedTasks, targets }: ServiceFacts,
  { target, emulated }: { target: AwsTarget; emulated: boolean },
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
    targetGroups: targets,
    lastEvent: service.lastEvent,
    consoleUrl: emulated
      ? undefined
      : serviceConsoleUrl(cluster, service.name, target.region),
  };
}
