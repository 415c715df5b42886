// @ts-check
import assert from 'node:assert/strict';
import { resourcesByType } from './resourcesByType.mjs';

/**
 * What the applied state of the churn stack must hold of the page and of how
 * new versions take over.
 *
 * @param {import('node:test').TestContext} t
 * @param {object} applied
 * @param {import('../../tools/terraform/emulatedRepository.mjs').StateResource[]} applied.resources
 * @param {Record<string, { value: any }>} applied.outputs
 * @param {Record<string, any>} applied.variables
 * @param {boolean} applied.prod
 */
export async function checkChurnPage(
  t,
  { resources, outputs, variables, prod },
) {
  const { all, one } = resourcesByType(resources);

  await t.test(
    `CH8 the load balancer serves the page${prod ? ' over TLS only' : ''}`,
    () => {
      const balancer = one('aws_lb');
      assert.equal(balancer.idle_timeout, 60);
      assert.equal(balancer.drop_invalid_header_fields, true);
      assert.equal(balancer.enable_deletion_protection, prod);
      assert.equal(balancer.access_logs[0].enabled, true);
      const target = one('aws_lb_target_group');
      assert.equal(target.target_type, 'ip');
      assert.equal(target.health_check[0].path, '/_stcore/health');
      const listeners = Object.fromEntries(
        all('aws_lb_listener').map(listener => [listener.port, listener]),
      );
      assert.deepEqual(Object.keys(listeners), prod ? ['80', '443'] : ['80']);
      assert.equal(
        listeners[80].default_action[0].type,
        prod ? 'redirect' : 'forward',
      );
      if (prod) {
        assert.equal(listeners[443].certificate_arn, variables.certificate_arn);
        assert.match(listeners[443].ssl_policy, /TLS13-1-2/);
      }
      assert.match(outputs.ui_url.value, prod ? /^https:/ : /^http:/);
    },
  );

  await t.test('CH9 the page runs on Fargate and knows its API', () => {
    assert.deepEqual(
      one('aws_ecs_cluster').setting.map(
        (/** @type {{ name: string, value: string }} */ { name, value }) =>
          `${name} ${value}`,
      ),
      ['containerInsights enabled'],
    );
    const task = one('aws_ecs_task_definition');
    assert.equal(task.network_mode, 'awsvpc');
    const [container] = JSON.parse(task.container_definitions);
    const environment = Object.fromEntries(
      container.environment.map(
        (/** @type {{ name: string, value: string }} */ { name, value }) => [
          name,
          value,
        ],
      ),
    );
    assert.deepEqual(environment, {
      API_AUTHORIZATION: 'iam',
      API_ENDPOINT: outputs.api_endpoint.value,
      AWS_REGION: variables.region,
    });
    assert.ok(container.healthCheck, 'the container tells how it is');
    const service = one('aws_ecs_service');
    const [breaker] = service.deployment_circuit_breaker;
    assert.ok(breaker.enable && breaker.rollback);
    assert.deepEqual(
      service.capacity_provider_strategy.map(
        (/** @type {{ capacity_provider: string }} */ s) => s.capacity_provider,
      ),
      [prod ? 'FARGATE' : 'FARGATE_SPOT'],
    );
    assert.equal(
      service.network_configuration[0].assign_public_ip,
      variables.nat_mode === 'none',
    );
  });

  await t.test('E8 the number of tasks follows their load', () => {
    const scaled = one('aws_appautoscaling_target');
    const { min, max } = variables.ui_tasks;
    assert.deepEqual([scaled.min_capacity, scaled.max_capacity], [min, max]);
    assert.equal(all('aws_appautoscaling_policy').length, 2);
  });

  await t.test(
    prod
      ? 'E7 deployments move the alias that the API calls, and alarms take it back'
      : 'E7 nothing is made for deployments that nobody chose',
    () => {
      const { integration_uri: uri } = one('aws_apigatewayv2_integration');
      if (!prod) {
        assert.deepEqual(all('aws_codedeploy_deployment_group'), []);
        assert.equal(outputs.deployment?.value ?? null, null);
        assert.equal(uri, one('aws_lambda_function').invoke_arn);
        return;
      }
      const alias = one('aws_lambda_alias');
      assert.equal(uri, alias.invoke_arn);
      assert.equal(one('aws_lambda_permission').qualifier, alias.name);
      const group = one('aws_codedeploy_deployment_group');
      const alarms = all('aws_cloudwatch_metric_alarm').map(
        ({ alarm_name: name }) => name,
      );
      const [watched] = group.alarm_configuration;
      assert.equal(watched.enabled, true);
      assert.deepEqual(
        watched.alarms.filter((/** @type {string} */ a) => !alarms.includes(a)),
        [],
      );
      assert.equal(group.auto_rollback_configuration[0].enabled, true);
      assert.equal(outputs.deployment.value.is_pending, false);
    },
  );

  await t.test('C6 C9 alarms report, logs end', () => {
    const alarms = all('aws_cloudwatch_metric_alarm').filter(
      // Those of the scaling scale.
      ({ alarm_actions: actions }) =>
        actions.includes(outputs.alerts_topic_arn.value),
    );
    assert.equal(alarms.length, 14);
    const kept = all('aws_cloudwatch_log_group').map(g => g.retention_in_days);
    assert.deepEqual([...new Set(kept)], [variables.log_retention_days]);
  });
}
