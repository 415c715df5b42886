// @ts-check
import assert from 'node:assert/strict';
import { resourcesByType } from './resourcesByType.mjs';

/**
 * What the applied state of the platform baseline must hold of its API, of
 * what answers it, and of how a new version comes into service.
 *
 * @param {import('node:test').TestContext} t
 * @param {object} applied
 * @param {import('../../tools/terraform/emulatedRepository.mjs').StateResource[]} applied.resources
 * @param {Record<string, { value: any, sensitive?: boolean }>} applied.outputs
 * @param {boolean} applied.prod tasks in prod, a function in dev
 */
export async function checkBaselineServing(t, { resources, outputs, prod }) {
  const { all, one } = resourcesByType(resources);

  await t.test('E1 a REST API with bodies that are checked', () => {
    assert.match(String(outputs.api_endpoint.value), /\/v1\/predict$/);
    assert.match(String(outputs.api_batch_endpoint.value), /\/v1\/batch$/);
    const methods = all('aws_api_gateway_method').filter(
      method => method.http_method === 'POST',
    );
    assert.equal(methods.length, 2);
    for (const method of methods) {
      assert.ok(method.request_models['application/json'], 'has a schema');
      assert.ok(method.request_validator_id, 'the schema is enforced');
      assert.equal(method.api_key_required, true);
    }
    const schemas = all('aws_api_gateway_model').map(({ schema }) =>
      JSON.parse(schema),
    );
    const batch = schemas.find(schema => schema.properties.instances);
    assert.deepEqual(
      [
        batch.properties.instances.minItems,
        batch.properties.instances.maxItems,
      ],
      [1, 100],
    );
  });

  await t.test('E1 a key with rate, burst and quota', () => {
    const [{ limit, period }] = one(
      'aws_api_gateway_usage_plan',
    ).quota_settings;
    const [throttle] = one('aws_api_gateway_usage_plan').throttle_settings;
    assert.deepEqual([limit, period], [100_000, 'MONTH']);
    assert.deepEqual([throttle.rate_limit, throttle.burst_limit], [10, 20]);
    assert.ok(outputs.api_key.value);
    assert.equal(outputs.api_key.sensitive, true);
  });

  await t.test(`E1 served by ${prod ? 'tasks' : 'a function'}`, () => {
    const kinds = all('aws_api_gateway_integration')
      .filter(({ http_method: method }) => method !== 'OPTIONS')
      .map(({ type, connection_type: connection }) => `${type} ${connection}`);
    assert.deepEqual(
      [...new Set(kinds)],
      [prod ? 'HTTP_PROXY VPC_LINK' : 'AWS_PROXY INTERNET'],
    );
    assert.equal(all('aws_lambda_function').length, prod ? 0 : 1);
    assert.equal(all('aws_ecs_service').length, prod ? 1 : 0);
    if (prod) {
      assert.equal(one('aws_lb').internal, true);
    }
  });

  await t.test('E7 new versions come beside the old ones', () => {
    const group = one('aws_codedeploy_deployment_group');
    const [rollback] = group.auto_rollback_configuration;
    assert.equal(rollback.enabled, true);
    assert.ok(rollback.events.includes('DEPLOYMENT_STOP_ON_ALARM'));
    const [alarms] = group.alarm_configuration;
    const known = all('aws_cloudwatch_metric_alarm').map(
      alarm => alarm.alarm_name,
    );
    assert.ok(alarms.enabled && alarms.alarms.length > 0);
    for (const name of alarms.alarms) {
      assert.ok(known.includes(name), `${name} is an alarm that exists`);
    }
    if (prod) {
      const [pair] = group.load_balancer_info[0].target_group_pair_info;
      const named = pair.target_group.map(
        (/** @type {{ name: string }} */ { name }) => name,
      );
      const made = all('aws_lb_target_group').map(({ name }) => name);
      assert.equal(made.length, 2);
      assert.deepEqual(named.sort(), made.sort());
      assert.equal(
        one('aws_ecs_service').deployment_controller[0].type,
        'CODE_DEPLOY',
      );
    } else {
      const alias = one('aws_lambda_alias');
      assert.equal(alias.name, 'live');
      assert.equal(
        group.deployment_config_name,
        'CodeDeployDefault.LambdaCanary10Percent5Minutes',
      );
      const integration = all('aws_api_gateway_integration').find(
        ({ type }) => type === 'AWS_PROXY',
      );
      assert.match(integration?.uri, /:live\/invocations$/, 'calls the alias');
    }
  });

  await t.test('E8 the number of tasks follows processors and memory', () => {
    const targets = all('aws_appautoscaling_target');
    assert.equal(targets.length, prod ? 1 : 0);
    const followed = all('aws_appautoscaling_policy').map(policy => {
      const [tracking] = policy.target_tracking_scaling_policy_configuration;
      const [metric] = tracking.predefined_metric_specification;
      return [metric.predefined_metric_type, tracking.target_value];
    });
    assert.deepEqual(
      followed.sort(),
      prod
        ? [
            ['ECSServiceAverageCPUUtilization', 70],
            ['ECSServiceAverageMemoryUtilization', 80],
          ]
        : [],
    );
    if (prod) {
      assert.deepEqual(
        [targets[0].min_capacity, targets[0].max_capacity],
        [2, 6],
      );
    }
  });
}
