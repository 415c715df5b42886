import type {
  ServiceDeployment,
  StoppedTask,
  TargetGroupHealth,
  Timestamp,
} from '@mlinfra/plugin-mlinfra-common';
import type { AwsCall } from './AwsCaller';

/** An ECS service as AWS describes it. */
export interface ServiceDescription {
  arn: string;
  name: string;
  clusterArn: string;
  /** AWS's own word: `ACTIVE`, `DRAINING`. */
  state: string;
  desired: number;
  running: number;
  pending: number;
  /** True where CodeDeploy or another controller decides which tasks answer. */
  deployedFromOutside: boolean;
  /** The current one first. */
  deployments: ServiceDeployment[];
  /** True while a set of tasks of an outside controller is not steady. */
  stabilizing: boolean;
  /** ARNs of the Cloud Map services that its tasks register with. */
  registries: string[];
  /** ARNs of the target groups whose targets answer requests now. */
  targetGroups: string[];
  createdAt?: Timestamp;
  lastEvent?: { at: Timestamp; message: string };
}

/** A load balancer as the list of a region shows it. */
export interface LoadBalancerSummary {
  arn: string;
  name: string;
  dnsName?: string;
  internetFacing: boolean;
  /** AWS's own word: `application`, `network`, `gateway`. */
  type?: string;
  /** AWS's own word: `active`, `provisioning`, `active_impaired`, `failed`. */
  state?: string;
  stateReason?: string;
}

/** A target group as the list of a region shows it. */
export interface TargetGroupSummary {
  arn: string;
  name: string;
  loadBalancerArns: string[];
}

/** Where a load balancer listens. */
export interface ListenerDetails {
  arn: string;
  /** AWS's own word, for example `HTTPS`. */
  protocol?: string;
  port?: number;
  /** Those of its default actions. */
  targetGroups: string[];
  /** True where its default actions ask people to sign in. */
  authenticates: boolean;
}

/** Links of the first lead to a network load balancer, and only REST APIs use them; the second is for both kinds of API. */
export type VpcLinkGeneration = 'v1' | 'v2';

/** A link of APIs into a network. */
export interface VpcLinkSummary {
  id: string;
  /** AWS's own word: `AVAILABLE`, `PENDING`, `INACTIVE`, `FAILED`, `DELETING`. */
  state?: string;
  stateReason?: string;
  /** ARNs of load balancers; none of the second generation, where integrations name them. */
  targetArns: string[];
}

/** ECS services of one region and account, and what leads to them. Every method reads all pages. */
export interface ServiceSource {
  /** What the counts of clusters were, as a text that changes with them, by ARN; clusters that are gone are left out. */
  clusterMarks(
    call: AwsCall,
    clusterArns: string[],
  ): Promise<Map<string, string>>;
  /** By ARN; services that are gone are left out. */
  services(
    call: AwsCall,
    serviceArns: string[],
  ): Promise<Map<string, ServiceDescription>>;
  /** Newest first. */
  stoppedTasks(
    call: AwsCall,
    service: Pick<ServiceDescription, 'clusterArn' | 'name'>,
  ): Promise<StoppedTask[]>;
  loadBalancers(call: AwsCall): Promise<LoadBalancerSummary[]>;
  targetGroups(call: AwsCall): Promise<TargetGroupSummary[]>;
  /** Undefined when the load balancer is gone. */
  listeners(
    call: AwsCall,
    loadBalancerArn: string,
  ): Promise<ListenerDetails[] | undefined>;
  /** Undefined when the target group is gone. */
  targetHealth(
    call: AwsCall,
    targetGroupArn: string,
  ): Promise<TargetGroupHealth | undefined>;
  vpcLinks(
    call: AwsCall,
    generation: VpcLinkGeneration,
  ): Promise<VpcLinkSummary[]>;
}
