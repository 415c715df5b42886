// @ts-check
import assert from 'node:assert/strict';
import { resourcesByType } from './resourcesByType.mjs';
import { statementsOf } from './statementsOf.mjs';

/**
 * What the applied state of the predictor service must hold.
 *
 * @param {import('node:test').TestContext} t
 * @param {object} applied
 * @param {import('../../tools/terraform/emulatedRepository.mjs').StateResource[]} applied.resources
 * @param {Record<string, { value: any }>} applied.outputs
 * @param {boolean} applied.prod private endpoints and blue-green in prod, public addresses and Cloud Map in dev
 */
export async function checkPredictorState(t, { resources, outputs, prod }) {
  const { all, one } = resourcesByType(resources);
  const service = one('aws_ecs_service');
  const task = one('aws_ecs_task_definition');
  const [container] = JSON.parse(task.container_definitions);
  const subnets = all('aws_subnet').map(({ id }) => id);

  await t.test('D1 D6 no NAT gateway, and the endpoints of the mode', () => {
    assert.deepEqual(all('aws_nat_gateway'), []);
    assert.deepEqual(all('aws_eip'), []);
    const routes = all('aws_route');
    assert.deepEqual(
      routes.map(route => [route.destination_cidr_block, route.gateway_id]),
      prod ? [] : [['0.0.0.0/0', one('aws_internet_gateway').id]],
    );
    assert.equal(all('aws_internet_gateway').length, prod ? 0 : 1);
    const endpoints = all('aws_vpc_endpoint');
    const byHour = endpoints.filter(e => e.vpc_endpoint_type === 'Interface');
    assert.deepEqual(
      byHour.map(e => e.service_name.split('eu-central-1.')[1]).sort(),
      prod ? ['ecr.api', 'ecr.dkr', 'logs'] : [],
    );
    for (const endpoint of byHour) {
      assert.equal(endpoint.private_dns_enabled, true, endpoint.service_name);
      assert.equal(endpoint.subnet_ids.length, 2, 'one in each of two zones');
    }
    const s3 = endpoints.find(e => e.service_name.endsWith('.s3'));
    assert.equal(s3?.vpc_endpoint_type, 'Gateway');
    assert.deepEqual(s3?.route_table_ids, [one('aws_route_table').id]);
  });

  await t.test(
    'D2 Fargate Spot beside Fargate, two minutes to end, Container Insights',
    () => {
      assert.deepEqual(
        one('aws_ecs_cluster').setting.map(
          (/** @type {{ name: string, value: string }} */ s) => [
            s.name,
            s.value,
          ],
        ),
        [['containerInsights', 'enabled']],
      );
      assert.deepEqual(
        one('aws_ecs_cluster_capacity_providers').capacity_providers.sort(),
        ['FARGATE', 'FARGATE_SPOT'],
      );
      const strategy = Object.fromEntries(
        service.capacity_provider_strategy.map(
          (
            /** @type {{ capacity_provider: string, base: number, weight: number }} */ s,
          ) => [s.capacity_provider, [s.base, s.weight]],
        ),
      );
      assert.deepEqual(strategy, {
        FARGATE: [prod ? 1 : 0, 1],
        FARGATE_SPOT: [0, 3],
      });
      assert.equal(container.stopTimeout, 120);
      const [network] = service.network_configuration;
      assert.deepEqual([...network.subnets].sort(), subnets.sort());
      assert.equal(network.assign_public_ip, !prod);
    },
  );

  await t.test('D3 four routes, an authorizer, a throttle, a log, CORS', () => {
    const routes = all('aws_apigatewayv2_route');
    assert.deepEqual(routes.map(route => route.route_key).sort(), [
      'GET /health',
      'GET /predictions/{id}',
      'POST /files',
      'POST /predictions',
    ]);
    assert.deepEqual(
      [...new Set(routes.map(route => route.authorization_type))],
      ['AWS_IAM'],
    );
    const stage = one('aws_apigatewayv2_stage');
    const [settings] = stage.default_route_settings;
    assert.equal(settings.throttling_rate_limit, 10);
    assert.equal(settings.throttling_burst_limit, 20);
    assert.match(stage.access_log_settings[0].destination_arn, /http-api/);
    const [cors] = one('aws_apigatewayv2_api').cors_configuration;
    assert.deepEqual(
      cors.allow_origins,
      prod ? ['https://bikes.example.com'] : ['*'],
    );
  });

  await t.test('D4 the task may use its two buckets and no other', () => {
    const files = String(outputs.s3_files_bucket_name.value);
    const data = String(outputs.s3_data_bucket_name.value);
    const role = task.task_role_arn.split('/').at(-1);
    const statements = statementsOf(
      all('aws_iam_role_policy')
        .filter(policy => policy.role === role)
        .map(({ policy }) => policy),
    );
    const s3 = statements.filter(({ actions }) =>
      actions.some(action => action.startsWith('s3:')),
    );
    assert.deepEqual(
      [...new Set(s3.flatMap(({ resources: named }) => named))].sort(),
      [files, data]
        .flatMap(bucket => [
          `arn:aws:s3:::${bucket}`,
          `arn:aws:s3:::${bucket}/*`,
        ])
        .sort(),
    );
    assert.deepEqual(
      [...new Set(s3.flatMap(({ actions }) => actions))].sort(),
      ['s3:GetObject', 's3:ListBucket', 's3:PutObject'],
    );
    // The key, where there is one; nothing else but the buckets.
    const others = statements.filter(statement => !s3.includes(statement));
    assert.deepEqual(
      others.map(({ resources: named }) => named),
      prod ? [[one('aws_kms_key').arn]] : [],
    );
    for (const block of all('aws_s3_bucket_public_access_block')) {
      assert.ok(block.block_public_policy && block.restrict_public_buckets);
    }
    assert.equal(
      outputs.ecr_repository_url.value,
      one('aws_ecr_repository').repository_url,
    );
  });

  await t.test('D5 the number of tasks follows processors and memory', () => {
    const target = one('aws_appautoscaling_target');
    assert.deepEqual(
      [target.min_capacity, target.max_capacity],
      prod ? [2, 6] : [1, 2],
    );
    assert.equal(
      target.resource_id,
      `service/${outputs.ecs_cluster_name.value}/${outputs.ecs_service_name.value}`,
    );
    const policies = Object.fromEntries(
      all('aws_appautoscaling_policy').map(policy => {
        const [tracking] = policy.target_tracking_scaling_policy_configuration;
        const [metric] = tracking.predefined_metric_specification;
        return [metric.predefined_metric_type, tracking.target_value];
      }),
    );
    assert.deepEqual(policies, {
      ECSServiceAverageCPUUtilization: 70,
      ECSServiceAverageMemoryUtilization: 80,
    });
  });

  await t.test('D7 the outputs name what was made', () => {
    assert.match(
      String(outputs.api_gateway_url.value),
      /^https:\/\/[a-z0-9]+\.execute-api\./,
    );
    assert.equal(outputs.ecs_cluster_name.value, one('aws_ecs_cluster').name);
    assert.equal(outputs.ecs_service_name.value, service.name);
    const buckets = all('aws_s3_bucket').map(({ bucket }) => bucket);
    for (const name of ['s3_files_bucket_name', 's3_data_bucket_name']) {
      assert.ok(buckets.includes(outputs[name].value), name);
    }
    const told = Object.fromEntries(
      container.environment.map(
        (/** @type {{ name: string, value: string }} */ e) => [e.name, e.value],
      ),
    );
    assert.equal(told.SHUTDOWN_GRACE_SECONDS, '110');
    assert.deepEqual(outputs.backend_environment_variables.value, {
      ...told,
      AWS_REGION: 'eu-central-1',
    });
  });
}
