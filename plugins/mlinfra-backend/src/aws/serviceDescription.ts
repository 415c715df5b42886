import type { Deployment, Service, TaskSet } from '@aws-sdk/client-ecs';
import type { ServiceDeployment } from '@mlinfra/plugin-mlinfra-common';
import { awsSentence } from './awsSentence';
import type { ServiceDescription } from './ServiceSource';

/** A service in our words; undefined for one that has been deleted, which AWS describes for a while. */
export function serviceDescription(
  service: Service,
): ServiceDescription | undefined {
  const { serviceArn, clusterArn, status } = service;
  if (!serviceArn || !clusterArn || status === 'INACTIVE') {
    return undefined;
  }
  const controller = service.deploymentController?.type ?? 'ECS';
  // The set that answers comes first.
  const taskSets = primaryFirst(service.taskSets ?? []);
  const balancers = taskSets[0]?.loadBalancers ?? service.loadBalancers ?? [];
  const registries =
    taskSets[0]?.serviceRegistries ?? service.serviceRegistries ?? [];
  return {
    arn: serviceArn,
    name: service.serviceName ?? serviceArn,
    clusterArn,
    state: status ?? '',
    desired: service.desiredCount ?? 0,
    running: service.runningCount ?? 0,
    pending: service.pendingCount ?? 0,
    deployedFromOutside: controller !== 'ECS',
    deployments:
      taskSets.length > 0
        ? taskSets.map(ofTaskSet)
        : primaryFirst(service.deployments ?? []).map(ofDeployment),
    stabilizing: taskSets.some(
      each =>
        each.stabilityStatus !== 'STEADY_STATE' && each.status !== 'DRAINING',
    ),
    registries: registries.flatMap(each => each.registryArn ?? []),
    targetGroups: balancers.flatMap(each => each.targetGroupArn ?? []),
    createdAt: service.createdAt?.toISOString(),
    lastEvent: newestEvent(service),
  };
}

/** `arn:…:task-definition/web:7` gives `web:7`. */
export function shortTaskDefinition(arn: string | undefined): string {
  return arn?.split('/').at(-1) ?? '';
}

function ofDeployment(deployment: Deployment): ServiceDeployment {
  return {
    id: deployment.id ?? '',
    status: deployment.status ?? '',
    taskDefinition: shortTaskDefinition(deployment.taskDefinition),
    desired: deployment.desiredCount ?? 0,
    running: deployment.runningCount ?? 0,
    pending: deployment.pendingCount ?? 0,
    failed: deployment.failedTasks ?? 0,
    rollout: deployment.rolloutState,
    rolloutReason: awsSentence(deployment.rolloutStateReason),
    createdAt: deployment.createdAt?.toISOString(),
    updatedAt: deployment.updatedAt?.toISOString(),
  };
}

function ofTaskSet(set: TaskSet): ServiceDeployment {
  return {
    id: set.id ?? '',
    status: set.status ?? '',
    taskDefinition: shortTaskDefinition(set.taskDefinition),
    desired: set.computedDesiredCount ?? 0,
    running: set.runningCount ?? 0,
    pending: set.pendingCount ?? 0,
    failed: 0,
    createdAt: set.createdAt?.toISOString(),
    updatedAt: set.updatedAt?.toISOString(),
  };
}

function primaryFirst<Item extends { status?: string; createdAt?: Date }>(
  items: Item[],
): Item[] {
  const rank = ({ status }: Item) => (status === 'PRIMARY' ? 0 : 1);
  const age = ({ createdAt }: Item) => createdAt?.getTime() ?? 0;
  return [...items].sort(
    (one, other) => rank(one) - rank(other) || age(other) - age(one),
  );
}

function newestEvent({ events }: Service): ServiceDescription['lastEvent'] {
  const newest = (events ?? []).reduce(
    (latest, each) =>
      (each.createdAt ?? 0) > (latest?.createdAt ?? 0) ? each : latest,
    events?.[0],
  );
  const message = awsSentence(newest?.message);
  return newest?.createdAt && message
    ? { at: newest.createdAt.toISOString(), message }
    : undefined;
}
