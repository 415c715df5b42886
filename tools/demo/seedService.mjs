// @ts-check
import {
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';

/**
 * @typedef {object} DemoService
 * @property {string} name
 * @property {string} cluster
 * @property {Record<string, string>} tags
 * @property {string} image
 * @property {number} port
 * @property {number} tasks
 * @property {string} [loadBalancer] name of the load balancer in front of it
 * @property {string} [healthCheckPath]
 */

/**
 * Makes an ECS service in the default network, with a load balancer in front
 * of it where it has one.
 *
 * @param {import('./seed.mjs').DemoClient & { region: string }} client
 * @param {DemoService} demo
 * @param {{ registryArn?: string }} [options] where the service registers its tasks
 * @returns {Promise<{ balancerArn?: string, targetGroupArn?: string }>}
 */
export async function seedService(client, demo, { registryArn } = {}) {
  const ecs = new ECSClient(client);
  const network = await defaultNetwork(client);
  const tags = Object.entries(demo.tags).map(([key, value]) => ({
    key,
    value,
  }));
  const { cluster } = await ecs.send(
    new CreateClusterCommand({ clusterName: demo.cluster, tags }),
  );
  const { taskDefinition } = await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: demo.name,
      requiresCompatibilities: ['FARGATE'],
      networkMode: 'awsvpc',
      cpu: '512',
      memory: '1024',
      containerDefinitions: [
        {
          name: 'app',
          image: demo.image,
          cpu: 512,
          memory: 1024,
          essential: true,
          portMappings: [{ containerPort: demo.port, protocol: 'tcp' }],
        },
      ],
      tags,
    }),
  );
  /** @type {{ balancerArn?: string, targetGroupArn?: string }} */
  const balanced = demo.loadBalancer
    ? await seedLoadBalancer(client, demo, network)
    : {};
  await ecs.send(
    new CreateServiceCommand({
      cluster: cluster?.clusterArn,
      serviceName: demo.name,
      taskDefinition: taskDefinition?.taskDefinitionArn,
      desiredCount: demo.tasks,
      launchType: 'FARGATE',
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: network.subnets,
          securityGroups: network.securityGroups,
        },
      },
      ...(balanced.targetGroupArn
        ? {
            loadBalancers: [
              {
                targetGroupArn: balanced.targetGroupArn,
                containerName: 'app',
                containerPort: demo.port,
              },
            ],
          }
        : {}),
      ...(registryArn ? { serviceRegistries: [{ registryArn }] } : {}),
      tags,
    }),
  );
  return balanced;
}

/**
 * @param {import('./seed.mjs').DemoClient & { region: string }} client
 * @param {DemoService} demo
 * @param {{ vpcId: string, subnets: string[] }} network
 */
async function seedLoadBalancer(client, demo, network) {
  const balancers = new ElasticLoadBalancingV2Client(client);
  const Tags = Object.entries(demo.tags).map(([Key, Value]) => ({
    Key,
    Value,
  }));
  const { LoadBalancers = [] } = await balancers.send(
    new CreateLoadBalancerCommand({
      Name: demo.loadBalancer,
      Scheme: 'internet-facing',
      Type: 'application',
      Subnets: network.subnets,
      Tags,
    }),
  );
  const balancerArn = String(LoadBalancers[0]?.LoadBalancerArn);
  const { TargetGroups = [] } = await balancers.send(
    new CreateTargetGroupCommand({
      Name: demo.name,
      Protocol: 'HTTP',
      Port: demo.port,
      VpcId: network.vpcId,
      TargetType: 'ip',
      HealthCheckPath: demo.healthCheckPath,
      Tags,
    }),
  );
  const targetGroupArn = String(TargetGroups[0]?.TargetGroupArn);
  await balancers.send(
    new CreateListenerCommand({
      LoadBalancerArn: balancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroupArn }],
      Tags,
    }),
  );
  return { balancerArn, targetGroupArn };
}

/**
 * The default network, which every account has: one subnet per zone, one security group.
 *
 * @param {import('./seed.mjs').DemoClient & { region: string }} client
 */
export async function defaultNetwork(client) {
  const ec2 = new EC2Client(client);
  const { Vpcs = [] } = await ec2.send(
    new DescribeVpcsCommand({
      Filters: [{ Name: 'is-default', Values: ['true'] }],
    }),
  );
  const vpcId = String(Vpcs[0]?.VpcId);
  const { Subnets = [] } = await ec2.send(
    new DescribeSubnetsCommand({
      Filters: [{ Name: 'vpc-id', Values: [vpcId] }],
    }),
  );
  const { SecurityGroups = [] } = await ec2.send(
    new DescribeSecurityGroupsCommand({
      Filters: [{ Name: 'vpc-id', Values: [vpcId] }],
    }),
  );
  return {
    vpcId,
    subnets: Subnets.map(subnet => String(subnet.SubnetId)),
    securityGroups: SecurityGroups.map(group => String(group.GroupId)),
  };
}
