import type {
  ServiceDeployment,
  TargetGroupHealth,
} from '@mlinfra/plugin-mlinfra-common';
import type { ServiceDescription } from '../aws/ServiceSource';
import { targetStatus } from './targetStatus';
import { withDetail } from './withDetail';
import { type StatusReason, worstOf } from './worstOf';

/** All that decides a service's status. */
export interface ServiceParts {
  service: Pick<
    ServiceDescription,
    | 'name'
    | 'state'
    | 'desired'
    | 'running'
    | 'pending'
    | 'deployments'
    | 'deployedFromOutside'
    | 'stabilizing'
    | 'targetGroups'
  >;
  /** Health of the target groups that have been read. */
  targets: TargetGroupHealth[];
}

/** `live` only where as many tasks run as are wanted, no deployment is under way, and all targets are healthy. */
export function serviceStatus({
  service,
  targets,
}: ServiceParts): StatusReason {
  const own = ownStatus(service);
  // Without running tasks there is nothing that targets could tell.
  if (service.running === 0 || service.desired === 0) {
    return own;
  }
  return worstOf([own, ...targetsStatus(service.targetGroups, targets)]);
}

function ownStatus(service: ServiceParts['service']): StatusReason {
  const { name, state, desired, running } = service;
  const subject = `Service ${name}`;
  switch (state) {
    case 'ACTIVE':
      break;
    case 'DRAINING':
      return {
        status: 'not-deployed',
        reason: `${subject} is being deleted.`,
      };
    default:
      return {
        status: 'unknown',
        reason: `AWS reports the state ${
          state || 'nothing'
        } for service ${name}, which is not understood.`,
      };
  }
  if (desired === 0) {
    return {
      status: 'not-deployed',
      reason: `${subject} is told to run no tasks.`,
    };
  }
  const failed = service.deployments.find(each => each.rollout === 'FAILED');
  const failing = service.deployments.find(each => each.failed > 0);
  if (running === 0) {
    return noTaskRuns(service, failed ?? failing);
  }
  if (failed) {
    return {
      status: 'degraded',
      reason: withDetail(
        `The deployment of ${failed.taskDefinition} to service ${name} failed`,
        failed.rolloutReason,
      ),
    };
  }
  return runningStatus(service, failing);
}

function noTaskRuns(
  { name, desired, pending, deployments }: ServiceParts['service'],
  failed: ServiceDeployment | undefined,
): StatusReason {
  const [first, ...others] = deployments;
  const starting =
    !failed && others.length === 0 && first?.rollout === 'IN_PROGRESS';
  if (starting) {
    return {
      status: 'updating',
      reason: `Service ${name} starts its first tasks: none of ${desired} runs yet, ${pending} are starting.`,
    };
  }
  return {
    status: 'failed',
    reason: withDetail(
      `Service ${name} runs none of its ${desired} tasks`,
      failed && (failed.rolloutReason ?? failedTasks(failed)),
    ),
  };
}

function runningStatus(
  service: ServiceParts['service'],
  failing: ServiceDeployment | undefined,
): StatusReason {
  const { name, desired, running, deployments } = service;
  const rolling = deployments.find(each => each.rollout === 'IN_PROGRESS');
  if (rolling && failing) {
    return {
      status: 'degraded',
      reason: `The deployment of ${
        rolling.taskDefinition
      } to service ${name} does not get ahead: ${failedTasks(failing)}.`,
    };
  }
  if (rolling) {
    return {
      status: 'updating',
      reason: `${rolling.taskDefinition} is being deployed to service ${name}: ${rolling.running} of ${rolling.desired} tasks run.`,
    };
  }
  if (
    service.deployedFromOutside &&
    (deployments.length > 1 || service.stabilizing)
  ) {
    return {
      status: 'updating',
      reason: `Service ${name} is being deployed, and ${running} tasks run.`,
    };
  }
  if (running < desired) {
    return {
      status: 'degraded',
      reason: `Service ${name} runs ${running} of its ${desired} tasks.`,
    };
  }
  return settled(service);
}

function settled({
  name,
  desired,
  running,
  deployments,
  deployedFromOutside,
}: ServiceParts['service']): StatusReason {
  const unclear = deployments.find(each => each.rollout !== 'COMPLETED');
  if (!deployedFromOutside && (unclear || deployments.length === 0)) {
    return {
      status: 'unknown',
      reason: `AWS reports the rollout ${
        unclear?.rollout ?? 'nothing'
      } for service ${name}, which is not understood.`,
    };
  }
  return {
    status: 'live',
    reason: `Service ${name} runs ${
      desired === 1 ? 'its task' : `all ${running} tasks`
    }.`,
  };
}

function targetsStatus(
  wanted: string[],
  read: TargetGroupHealth[],
): StatusReason[] {
  return wanted.map(arn => {
    const group = read.find(each => each.arn === arn);
    return group
      ? targetStatus(group)
      : {
          status: 'unknown' as const,
          reason: `The health of the targets of ${
            arn.split('/')[1] ?? arn
          } could not be read.`,
        };
  });
}

function failedTasks({ failed, taskDefinition }: ServiceDeployment): string {
  return failed === 1
    ? `1 task of ${taskDefinition} failed to start`
    : `${failed} tasks of ${taskDefinition} failed to start`;
}
