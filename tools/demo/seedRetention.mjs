// @ts-check
import { demoRetention as demo } from './demoRetention.mjs';
import { traffic, utilization } from './demoTraffic.mjs';
import { putTraffic } from './putTraffic.mjs';
import { seedAlarms } from './seedAlarms.mjs';
import { seedPostgres, seedTable } from './seedDatabases.mjs';
import { seedFunction } from './seedFunction.mjs';
import { seedHttpApi } from './seedHttpApi.mjs';
import { seedModel } from './seedModel.mjs';
import { seedRegistry } from './seedRegistry.mjs';
import { seedRestApi } from './seedRestApi.mjs';
import { defaultNetwork, seedService } from './seedService.mjs';

/**
 * Makes the demo team's repository of several stacks.
 *
 * @param {import('./seed.mjs').DemoClient} base
 * @returns {Promise<{ measure: (time: { from: Date, to: Date }) => Promise<void> }>}
 *   `measure` writes what CloudWatch measures of it in that time
 */
export async function seedRetention(base) {
  const client = { ...base, region: demo.region };
  const { vpcId, subnets } = await defaultNetwork(client);

  const functionArn = await seedFunction(client, demo.predictionApi);
  const churnApi = await seedHttpApi(client, demo.predictionApi, {
    functionArn,
  });
  await seedModel(client, demo.model);
  const page = await seedService(client, demo.page);

  const registryArn = await seedRegistry(client, { ...demo.predictor, vpcId });
  await seedService(client, demo.predictor, { registryArn });
  const predictorApi = await seedHttpApi(client, demo.predictorApi, {
    registryArn,
    subnets,
  });

  await seedRestApi(client, demo.baselineApi);
  await seedTable(client, demo.table);
  await seedPostgres(client, demo.postgres);

  await seedAlarms(client, demoAlarms(churnApi), demo.topicArn);
  const metrics = demoMetrics({ churnApi, predictorApi, page });
  return { measure: time => putTraffic(client, metrics, time) };
}

/**
 * @param {string} churnApi
 * @returns {import('./seedAlarms.mjs').DemoAlarm[]}
 */
function demoAlarms(churnApi) {
  return [
    {
      name: `${demo.predictionApi.name}-5xx`,
      description: 'The API answers with errors of its own.',
      tags: demo.predictionApi.tags,
      namespace: 'AWS/ApiGateway',
      metric: '5xx',
      dimensions: { ApiId: churnApi, Stage: '$default' },
      threshold: 0,
    },
    {
      name: `${demo.model.name}-errors`,
      description: 'The model refuses or fails requests.',
      tags: demo.model.tags,
      namespace: 'AWS/SageMaker',
      metric: 'Invocation5XXErrors',
      dimensions: { EndpointName: demo.model.name, VariantName: 'main' },
      threshold: 0,
    },
    {
      name: `${demo.predictor.name}-processors`,
      description: 'The tasks have been busy for five minutes.',
      tags: demo.predictor.tags,
      namespace: 'AWS/ECS',
      metric: 'CPUUtilization',
      dimensions: {
        ClusterName: demo.predictor.cluster,
        ServiceName: demo.predictor.name,
      },
      threshold: 85,
      raised:
        'Threshold Crossed: 1 datapoint [91.2] was greater than the threshold (85.0).',
    },
    {
      name: `${demo.postgres.name}-storage`,
      description: 'The database runs out of storage.',
      tags: demo.postgres.tags,
      namespace: 'AWS/RDS',
      metric: 'FreeStorageSpace',
      dimensions: { DBInstanceIdentifier: demo.postgres.name },
      threshold: 1,
    },
  ];
}

/**
 * @param {{ churnApi: string, predictorApi: string, page: { balancerArn?: string, targetGroupArn?: string } }} made
 * @returns {import('./demoTraffic.mjs').DemoMetric[]}
 */
function demoMetrics({ churnApi, predictorApi, page }) {
  const httpApi = {
    count: 'Count',
    error: '5xx',
    latency: 'Latency',
    unit: /** @type {const} */ ('Milliseconds'),
  };
  return [
    ...traffic(
      'AWS/ApiGateway',
      { ApiId: churnApi, Stage: '$default' },
      { ...httpApi, usualRequests: 42, usualMilliseconds: 180, salt: 1 },
    ),
    ...traffic(
      'AWS/ApiGateway',
      { ApiId: predictorApi, Stage: '$default' },
      { ...httpApi, usualRequests: 12, usualMilliseconds: 65, salt: 2 },
    ),
    ...traffic(
      'AWS/ApiGateway',
      { ApiName: `${demo.baselineApi.name}-api`, Stage: 'v1' },
      {
        ...httpApi,
        error: '5XXError',
        usualRequests: 95,
        usualMilliseconds: 90,
        salt: 3,
      },
    ),
    ...traffic(
      'AWS/SageMaker',
      { EndpointName: demo.model.name, VariantName: 'main' },
      {
        count: 'Invocations',
        error: 'Invocation5XXErrors',
        latency: 'ModelLatency',
        unit: 'Microseconds',
        usualRequests: 42,
        usualMilliseconds: 110,
        salt: 4,
      },
    ),
    ...traffic(
      'AWS/ApplicationELB',
      {
        LoadBalancer: behind('loadbalancer/', page.balancerArn),
        TargetGroup: behind('', page.targetGroupArn),
      },
      {
        count: 'RequestCount',
        error: 'HTTPCode_Target_5XX_Count',
        latency: 'TargetResponseTime',
        unit: 'Seconds',
        usualRequests: 8,
        usualMilliseconds: 40,
        salt: 5,
      },
    ),
    utilization(
      'CPUUtilization',
      {
        ClusterName: demo.predictor.cluster,
        ServiceName: demo.predictor.name,
      },
      62,
      6,
    ),
    utilization(
      'MemoryUtilization',
      {
        ClusterName: demo.predictor.cluster,
        ServiceName: demo.predictor.name,
      },
      48,
      7,
    ),
  ];
}

/** What CloudWatch calls a load balancer or target group. @param {string} word @param {string} [arn] */
function behind(word, arn = '') {
  return arn.slice(arn.lastIndexOf(':') + 1).replace(word, '');
}
