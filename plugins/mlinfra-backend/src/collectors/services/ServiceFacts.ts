import type {
  EndpointService,
  StoppedTask,
  TargetGroupHealth,
} from '@mlinfra/plugin-mlinfra-common';
import type {
  ListenerDetails,
  LoadBalancerSummary,
  ServiceDescription,
  TargetGroupSummary,
} from '../../aws/ServiceSource';
import type { ClaimedResource } from '../inventory/InventoryContext';

/** What calls for one service told, kept until its cluster's counts change. */
export interface ServiceFacts {
  service: ServiceDescription;
  stoppedTasks: StoppedTask[];
  targets: TargetGroupHealth[];
  /** False where something could not be read, and is asked for again. */
  complete: boolean;
}

/** A service of an entity, as judged and as shown. */
export interface FoundService {
  claimed: ClaimedResource;
  facts: ServiceFacts;
  shown: EndpointService;
}

/** The services of a region, and what leads to them. */
export interface FoundServices {
  services: FoundService[];
  targetGroups: Map<string, TargetGroupSummary>;
  loadBalancers: Map<string, LoadBalancerSummary>;
  /** By ARN of the load balancer. */
  listeners: Map<string, ListenerDetails[]>;
}
