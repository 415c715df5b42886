import type { ServiceDeployment } from '@mlinfra/plugin-mlinfra-common';
import type {
  ServiceDescription,
  VpcLinkGeneration,
  VpcLinkSummary,
} from '../aws/ServiceSource';
import { entityTags, FakeInventory } from './FakeInventory';

const PLACE = 'eu-central-1:111111111111';

const COMPLETED: ServiceDeployment = {
  id: 'ecs-svc/1',
  status: 'PRIMARY',
  taskDefinition: 'web:7',
  desired: 2,
  running: 2,
  pending: 0,
  failed: 0,
  rollout: 'COMPLETED',
  createdAt: '2026-01-01T00:00:00.000Z',
};

/** A region in memory with more than APIs and functions. */
export class FakeDeployed extends FakeInventory {
  /** A service with two running tasks in a cluster of its own. */
  addService(
    name: string,
    more: Partial<ServiceDescription> = {},
    tags = entityTags(`component:${name}`),
  ): string {
    const arn = `arn:aws:ecs:${PLACE}:service/${name}/${name}`;
    const clusterArn = `arn:aws:ecs:${PLACE}:cluster/${name}`;
    this.tagged.set(arn, tags);
    this.clusters.set(clusterArn, 'two tasks');
    this.serviceList.set(arn, {
      arn,
      name,
      clusterArn,
      state: 'ACTIVE',
      desired: 2,
      running: 2,
      pending: 0,
      deployedFromOutside: false,
      deployments: [COMPLETED],
      stabilizing: false,
      registries: [],
      targetGroups: [],
      ...more,
    });
    return arn;
  }

  /** A load balancer that listens with and without TLS, and its target group. */
  addBalancer(
    name: string,
    internetFacing = true,
  ): { group: string; balancer: string; listener: string } {
    const prefix = `arn:aws:elasticloadbalancing:${PLACE}`;
    const balancer = `${prefix}:loadbalancer/app/${name}/1`;
    const listener = `${prefix}:listener/app/${name}/1`;
    const group = `${prefix}:targetgroup/${name}/1`;
    this.balancers.push({
      arn: balancer,
      name,
      dnsName: `${name}.elb.example.com`,
      internetFacing,
      type: 'application',
      state: 'active',
    });
    this.groups.push({ arn: group, name, loadBalancerArns: [balancer] });
    this.health.set(group, {
      name,
      arn: group,
      targets: { healthy: 2 },
      reasons: [],
    });
    this.listenersOf.set(balancer, [
      {
        arn: `${listener}/plain`,
        protocol: 'HTTP',
        port: 80,
        targetGroups: [group],
        authenticates: false,
      },
      {
        arn: `${listener}/tls`,
        protocol: 'HTTPS',
        port: 443,
        targetGroups: [group],
        authenticates: false,
      },
    ]);
    return { group, balancer, listener: `${listener}/tls` };
  }

  /** An API whose only request leads into a network. */
  addLinkedApi(
    name: string,
    privateTarget: string,
    link: Partial<VpcLinkSummary> = {},
    generation: VpcLinkGeneration = 'v2',
  ): string {
    const arn = this.addApi(name);
    const { id } = { id: 'link1', ...link };
    this.links[generation].push({
      id,
      state: 'AVAILABLE',
      targetArns: [],
      ...link,
    });
    const details = this.details.get(arn)!;
    details.routes = [
      {
        method: 'POST',
        path: '/predict',
        auth: 'iam',
        privateTarget,
        link: { id, generation },
      },
    ];
    return arn;
  }

  addModel(name: string, tags = entityTags(`component:${name}`)): string {
    const arn = `arn:aws:sagemaker:${PLACE}:endpoint/${name}`;
    this.tagged.set(arn, tags);
    this.modelList.push({
      arn,
      name,
      state: 'InService',
      modifiedAt: '2026-01-01T00:00:00.000Z',
    });
    this.modelsByName.set(name, {
      state: 'InService',
      configName: `${name}-1`,
      variants: [],
    });
    return arn;
  }

  addTable(name: string, tags = entityTags(`component:${name}`)): string {
    const arn = `arn:aws:dynamodb:${PLACE}:table/${name}`;
    this.tagged.set(arn, tags);
    this.tables.set(name, {
      arn,
      name,
      state: 'ACTIVE',
      engine: 'DynamoDB, on demand',
    });
    return arn;
  }

  addInstance(name: string, tags = entityTags(`component:${name}`)): string {
    const arn = `arn:aws:rds:${PLACE}:db:${name}`;
    this.tagged.set(arn, tags);
    this.instanceList.push({
      arn,
      name,
      state: 'available',
      engine: 'PostgreSQL 16.4',
    });
    return arn;
  }

  addAlarm(
    name: string,
    namespace: string,
    dimensions: Record<string, string>,
    tags = entityTags(`component:${name}`),
  ): string {
    const arn = `arn:aws:cloudwatch:${PLACE}:alarm:${name}-${namespace}`;
    this.tagged.set(arn, tags);
    this.alarmList.push({
      arn,
      name: `${name}-${namespace}`,
      state: 'ok',
      reason: 'All is well.',
      actionsEnabled: true,
      metrics: [{ namespace, name: 'Errors', dimensions }],
    });
    return arn;
  }
}
