import type { EndpointStatus } from './endpoint';
import type { Timestamp } from './identifiers';

/** Health of what a target group leads to. @public */
export interface TargetGroupHealth {
  name: string;
  arn: string;
  /** ARN of the load balancer that sends requests to it, where one does. */
  loadBalancer?: string;
  /** Number of targets by AWS's own word: `healthy`, `unhealthy`, `initial`, `draining`, `unused`, `unavailable`. */
  targets: Record<string, number>;
  /** AWS's sentences on targets that are not healthy, each once. */
  reasons: string[];
}

/** One deployment of a service that has not been replaced. @public */
export interface ServiceDeployment {
  id: string;
  /** AWS's own word: `PRIMARY`, `ACTIVE`, `INACTIVE`. */
  status: string;
  /** Family and revision, for example `web:7`. */
  taskDefinition: string;
  desired: number;
  running: number;
  pending: number;
  failed: number;
  /** AWS's own word: `COMPLETED`, `IN_PROGRESS`, `FAILED`; absent where CodeDeploy deploys. */
  rollout?: string;
  rolloutReason?: string;
  createdAt?: Timestamp;
  updatedAt?: Timestamp;
}

/** A container of a task that has stopped. @public */
export interface StoppedContainer {
  name: string;
  exitCode?: number;
  reason?: string;
}

/** A task of a service that has stopped; AWS remembers it for about an hour. @public */
export interface StoppedTask {
  id: string;
  /** AWS's own word, for example `EssentialContainerExited`, `SpotInterruption`, `TaskFailedToStart`. */
  stopCode?: string;
  reason?: string;
  stoppedAt?: Timestamp;
  taskDefinition?: string;
  containers: StoppedContainer[];
}

/** An ECS service that answers requests. @public */
export interface EndpointService {
  name: string;
  arn: string;
  cluster: string;
  status: EndpointStatus;
  statusReason: string;
  desired: number;
  running: number;
  pending: number;
  /** The deployments AWS still knows, the current one first. */
  deployments: ServiceDeployment[];
  /** Newest first, at most ten. */
  stoppedTasks: StoppedTask[];
  targetGroups: TargetGroupHealth[];
  /** AWS's newest message about the service. */
  lastEvent?: { at: Timestamp; message: string };
  /** Deep link into the AWS console; absent for an emulated account, which has none. */
  consoleUrl?: string;
}
