import type {
  EndpointDeployment,
  ServiceDeployment,
} from '@mlinfra/plugin-mlinfra-common';
import type { ServiceDescription } from '../../aws/ServiceSource';

const STATES: Record<string, EndpointDeployment['state']> = {
  COMPLETED: 'succeeded',
  IN_PROGRESS: 'in-progress',
  FAILED: 'failed',
};

/** The deployments of a service that AWS still knows. */
export function serviceDeployments(
  service: ServiceDescription,
): EndpointDeployment[] {
  return service.deployments.flatMap(each =>
    each.createdAt
      ? [
          {
            id: each.id,
            what: 'service' as const,
            name: each.taskDefinition,
            state: stateOf(each, service),
            at: each.createdAt,
            reason: each.rolloutReason,
          },
        ]
      : [],
  );
}

/** CodeDeploy reports no rollout: one set of tasks that is steady is the one that came into service. */
function stateOf(
  { rollout, status }: ServiceDeployment,
  { deployedFromOutside, deployments, stabilizing }: ServiceDescription,
): EndpointDeployment['state'] {
  if (rollout !== undefined || !deployedFromOutside) {
    return STATES[rollout ?? ''] ?? 'unknown';
  }
  if (status === 'PRIMARY' && deployments.length === 1) {
    return stabilizing ? 'in-progress' : 'succeeded';
  }
  return status === 'PRIMARY' ? 'succeeded' : 'in-progress';
}
