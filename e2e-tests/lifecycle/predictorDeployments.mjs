// @ts-check
import assert from 'node:assert/strict';
import { resourcesByType } from './resourcesByType.mjs';

/**
 * How the API finds the tasks, who else may call them, and how a new version
 * comes into service: with blue-green deployments in prod, without in dev.
 *
 * @param {import('node:test').TestContext} t
 * @param {object} applied
 * @param {import('../../tools/terraform/emulatedRepository.mjs').StateResource[]} applied.resources
 * @param {Record<string, { value: any }>} applied.outputs
 * @param {boolean} applied.prod
 */
export async function checkPredictorDeployments(
  t,
  { resources, outputs, prod },
) {
  const { all, one } = resourcesByType(resources);
  const service = one('aws_ecs_service');
  const link = one('aws_apigatewayv2_vpc_link');
  const integration = one('aws_apigatewayv2_integration');

  await t.test('D3 the VPC link leads to the service', () => {
    assert.equal(integration.connection_type, 'VPC_LINK');
    assert.equal(integration.connection_id, link.id);
    assert.equal(
      integration.integration_uri,
      prod
        ? one('aws_lb_listener').arn
        : one('aws_service_discovery_service').arn,
    );
    if (!prod) {
      assert.equal(
        service.service_registries[0].registry_arn,
        one('aws_service_discovery_service').arn,
      );
    }
  });

  await t.test('D3 D6 nobody but the link reaches a task', () => {
    const [network] = service.network_configuration;
    const balancer = prod ? one('aws_lb') : undefined;
    const callers = all('aws_vpc_security_group_ingress_rule').filter(rule =>
      network.security_groups.includes(rule.security_group_id),
    );
    assert.deepEqual(
      callers.map(rule => [
        rule.from_port,
        rule.to_port,
        rule.referenced_security_group_id,
        rule.cidr_ipv4 || null,
      ]),
      [
        [
          8080,
          8080,
          (balancer ? balancer.security_groups : link.security_group_ids)[0],
          null,
        ],
      ],
    );
    if (balancer) {
      assert.equal(balancer.internal, true);
      const [rule] = all('aws_vpc_security_group_ingress_rule').filter(found =>
        balancer.security_groups.includes(found.security_group_id),
      );
      assert.equal(
        rule.referenced_security_group_id,
        link.security_group_ids[0],
      );
    }
  });

  await t.test(
    `E7 ${
      prod
        ? 'CodeDeploy moves between two target groups, and back by alarms'
        : 'ECS goes back when new tasks do not stay up'
    }`,
    () => {
      const groups = all('aws_codedeploy_deployment_group');
      if (!prod) {
        assert.deepEqual(groups, []);
        assert.deepEqual(service.deployment_circuit_breaker, [
          { enable: true, rollback: true },
        ]);
        assert.equal(outputs.deployment, undefined);
        return;
      }
      const [group] = groups;
      assert.deepEqual(
        service.deployment_controller.map(
          (/** @type {{ type: string }} */ c) => c.type,
        ),
        ['CODE_DEPLOY'],
      );
      const [pair] = group.load_balancer_info[0].target_group_pair_info;
      assert.deepEqual(
        pair.target_group
          .map((/** @type {{ name: string }} */ g) => g.name)
          .sort(),
        all('aws_lb_target_group')
          .map(({ name }) => name)
          .sort(),
      );
      assert.deepEqual(pair.prod_traffic_route[0].listener_arns, [
        one('aws_lb_listener').arn,
      ]);
      const alarms = all('aws_cloudwatch_metric_alarm').map(
        alarm => alarm.alarm_name,
      );
      const [watched] = group.alarm_configuration;
      assert.equal(watched.alarms.length, 2);
      for (const alarm of watched.alarms) {
        assert.ok(alarms.includes(alarm), `${alarm} exists`);
      }
      const { application_name: application, revision } =
        outputs.deployment.value;
      assert.equal(application, one('aws_codedeploy_app').name);
      const { Resources } = JSON.parse(
        JSON.parse(revision).appSpecContent.content,
      );
      assert.equal(
        Resources[0].TargetService.Properties.TaskDefinition,
        one('aws_ecs_task_definition').arn,
      );
    },
  );
}
