import {
  type Cluster,
  DescribeClustersCommand,
  DescribeServicesCommand,
} from '@aws-sdk/client-ecs';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import { inChunks } from './inChunks';
import { serviceDescription } from './serviceDescription';
import type { ServiceDescription } from './ServiceSource';
import { unlessGone } from './unlessGone';

/** The most that AWS takes per call. */
const CLUSTERS_PER_CALL = 100;
const SERVICES_PER_CALL = 10;

/** ECS services, and what their clusters count. */
export class ServiceReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  /** One call for a hundred clusters, so that only the services of those that changed are asked about. */
  async marks(
    call: AwsCall,
    clusterArns: string[],
  ): Promise<Map<string, string>> {
    const marks = new Map<string, string>();
    for (const clusters of inChunks(clusterArns, CLUSTERS_PER_CALL)) {
      const answer = await this.caller.run('DescribeClusters', call, options =>
        this.clients
          .ecs(call)
          .send(
            new DescribeClustersCommand({ clusters, include: ['STATISTICS'] }),
            options,
          ),
      );
      for (const cluster of answer.clusters ?? []) {
        if (cluster.clusterArn && cluster.status !== 'INACTIVE') {
          marks.set(cluster.clusterArn, mark(cluster));
        }
      }
    }
    return marks;
  }

  async describe(
    call: AwsCall,
    serviceArns: string[],
  ): Promise<Map<string, ServiceDescription>> {
    const found = new Map<string, ServiceDescription>();
    for (const [cluster, arns] of byCluster(serviceArns)) {
      for (const services of inChunks(arns, SERVICES_PER_CALL)) {
        // A cluster that is gone takes its services with it.
        const answer = await unlessGone(() =>
          this.caller.run('DescribeServices', call, options =>
            this.clients
              .ecs(call)
              .send(
                new DescribeServicesCommand({ cluster, services }),
                options,
              ),
          ),
        );
        for (const service of answer?.services ?? []) {
          const description = serviceDescription(service);
          if (description) {
            found.set(description.arn, description);
          }
        }
      }
    }
    return found;
  }
}

/** The cluster in a service's ARN; undefined for the short form of old, which names none. */
export function clusterOfService(serviceArn: string): string | undefined {
  const [prefix, cluster, name] = serviceArn.split('/');
  return name === undefined
    ? undefined
    : `${prefix.replace(/:service$/, ':cluster')}/${cluster}`;
}

function byCluster(serviceArns: string[]): Map<string, string[]> {
  const clusters = new Map<string, string[]>();
  for (const arn of serviceArns) {
    const cluster = clusterOfService(arn);
    if (cluster) {
      clusters.set(cluster, [...(clusters.get(cluster) ?? []), arn]);
    }
  }
  return clusters;
}

function mark(cluster: Cluster): string {
  return JSON.stringify([
    cluster.status,
    cluster.runningTasksCount,
    cluster.pendingTasksCount,
    cluster.activeServicesCount,
    (cluster.statistics ?? [])
      .map(({ name, value }) => `${name} ${value}`)
      .sort(),
  ]);
}
