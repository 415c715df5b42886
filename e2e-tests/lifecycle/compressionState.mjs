// @ts-check
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../tools/bootstrap/paths.mjs';
import { statementsOf } from './statementsOf.mjs';

const STEPS = ['baseline', 'distill', 'evaluate', 'prune', 'quantize'];
const CONTRACT = 'templates/services/compression-pipeline/contract.json';

/**
 * What the applied state of the compression pipeline must hold.
 *
 * @param {import('node:test').TestContext} t
 * @param {object} applied
 * @param {import('../../tools/terraform/emulatedRepository.mjs').StateResource[]} applied.resources
 * @param {Record<string, { value: any }>} applied.outputs
 * @param {string} applied.environment
 * @param {string} applied.networkMode
 */
export async function checkCompressionState(
  t,
  { resources, outputs, environment, networkMode },
) {
  /** @param {string} type */
  const all = type =>
    resources
      .filter(({ address }) => address.includes(`${type}.`))
      .map(({ values }) => values);
  /** @param {string} type */
  const one = type => {
    const found = all(type);
    assert.equal(found.length, 1, `one ${type}, not ${found.length}`);
    return found[0];
  };
  const prod = environment === 'prod';
  const machine = one('aws_sfn_state_machine');
  const { States } = JSON.parse(machine.definition);

  await t.test(
    'B1 four routes, one function, an authorizer, a throttle',
    () => {
      const routes = all('aws_apigatewayv2_route');
      assert.deepEqual(routes.map(route => route.route_key).sort(), [
        'GET /download/{id}',
        'GET /status/{id}',
        'POST /presign',
        'POST /submit',
      ]);
      assert.deepEqual(
        [...new Set(routes.map(route => route.authorization_type))],
        ['AWS_IAM'],
      );
      assert.equal(new Set(routes.map(route => route.target)).size, 1);
      one('aws_apigatewayv2_integration');
      const [settings] = one('aws_apigatewayv2_stage').default_route_settings;
      assert.equal(settings.throttling_rate_limit, 10);
      assert.equal(settings.throttling_burst_limit, 20);
    },
  );

  await t.test('B2 a cluster and a task definition for each step', () => {
    one('aws_ecs_cluster');
    const tasks = all('aws_ecs_task_definition');
    const containers = tasks.map(
      task => JSON.parse(task.container_definitions)[0],
    );
    assert.deepEqual(containers.map(({ name }) => name).sort(), STEPS);
    for (const task of tasks) {
      assert.equal(`${task.cpu}/${task.memory}`, '1024/4096');
      assert.deepEqual(task.requires_compatibilities, ['FARGATE']);
    }
  });

  await t.test(
    'B3 steps wait, retry, catch, end in time, and pass a gate',
    () => {
      for (const name of STEPS.map(
        step => step[0].toUpperCase() + step.slice(1),
      )) {
        const state = States[name];
        assert.match(state.Resource, /:ecs:runTask\.sync$/, name);
        assert.equal(state.TimeoutSeconds, 3600, name);
        assert.ok(state.Retry[0].BackoffRate > 1, name);
        assert.deepEqual(state.Catch[0].ErrorEquals, ['States.ALL'], name);
        assert.equal(state.Catch[0].Next, 'RecordFailure', name);
        assert.equal(
          'CapacityProviderStrategy' in state.Parameters,
          !prod,
          `${name}: Spot in dev, Fargate in prod`,
        );
      }
      assert.equal(States.Prune.Next, 'WantsDistillation');
      assert.equal(
        States.QualityGate.Choices[0].Variable,
        '$.report.metrics.gate.passed',
      );
    },
  );

  await t.test('B4 nothing may do more than its part', () => {
    const statements = statementsOf(
      all('aws_iam_role_policy').map(({ policy }) => policy),
    );
    /** @param {string} action */
    const resourcesFor = action =>
      statements
        .filter(({ actions }) => actions.includes(action))
        .flatMap(({ resources: named }) => named);
    assert.deepEqual(resourcesFor('states:StartExecution'), [machine.arn]);
    for (const action of [
      'states:DescribeExecution',
      'states:GetExecutionHistory',
    ]) {
      assert.deepEqual(resourcesFor(action), [
        `${machine.arn.replace(':stateMachine:', ':execution:')}:*`,
      ]);
    }
    const families = all('aws_ecs_task_definition').map(task => task.family);
    const startable = resourcesFor('ecs:RunTask');
    assert.equal(startable.length, STEPS.length);
    for (const arn of startable) {
      assert.ok(
        families.includes(/task-definition\/([^:]+)/.exec(arn)?.[1]),
        arn,
      );
    }
    const roles = all('aws_ecs_task_definition').flatMap(task => [
      task.task_role_arn,
      task.execution_role_arn,
    ]);
    assert.deepEqual(resourcesFor('iam:PassRole').sort(), roles.sort());
    assert.equal(new Set(roles).size, 2 * STEPS.length);
  });

  await t.test(
    'B5 every log is kept for 14 days, executions are traced',
    () => {
      const groups = all('aws_cloudwatch_log_group');
      for (const part of ['/aws/lambda/', '/http-api/', '/states/']) {
        assert.equal(groups.filter(g => g.name.includes(part)).length, 1, part);
      }
      assert.equal(
        groups.filter(g => g.name.startsWith('/aws/ecs/')).length,
        STEPS.length,
      );
      assert.deepEqual(
        [...new Set(groups.map(g => g.retention_in_days))],
        [14],
      );
      const [logging] = machine.logging_configuration;
      assert.equal(logging.level, 'ALL');
      assert.equal(logging.include_execution_data, !prod);
      assert.equal(machine.tracing_configuration[0].enabled, true);
    },
  );

  await t.test('B6 the site is a private bucket behind CloudFront', () => {
    const site = one('aws_cloudfront_distribution');
    const control = one('aws_cloudfront_origin_access_control');
    assert.equal(site.origin[0].origin_access_control_id, control.id);
    assert.equal(control.signing_behavior, 'always');
    assert.equal(
      site.default_cache_behavior[0].viewer_protocol_policy,
      'redirect-to-https',
    );
    assert.ok(
      site.default_cache_behavior[0].response_headers_policy_id,
      'security headers are sent',
    );
    assert.match(String(outputs.static_site_url.value), /^https:\/\//);
    for (const block of all('aws_s3_bucket_public_access_block')) {
      assert.ok(block.block_public_policy && block.restrict_public_buckets);
    }
  });

  await t.test('B7 the job table is on demand, encrypted, recoverable', () => {
    const table = one('aws_dynamodb_table');
    assert.equal(table.billing_mode, 'PAY_PER_REQUEST');
    assert.equal(table.point_in_time_recovery[0].enabled, true);
    assert.equal(table.ttl[0].enabled, true);
    if (prod) {
      assert.equal(table.server_side_encryption[0].enabled, true);
    }
  });

  await t.test('B8 the contract of a run is published as it is', async () => {
    const file = await readFile(path.join(root, CONTRACT), 'utf8');
    const parameter = one('aws_ssm_parameter');
    assert.equal(parameter.name, `/mlinfra/pipelines/${machine.name}`);
    assert.deepEqual(
      JSON.parse(parameter.insecure_value ?? parameter.value),
      JSON.parse(file),
    );
  });

  await t.test('B9 nothing is paid by the hour but chosen endpoints', () => {
    assert.deepEqual(all('aws_nat_gateway'), []);
    assert.deepEqual(all('aws_ecs_service'), []);
    const endpoints = all('aws_vpc_endpoint');
    const byHour = endpoints.filter(e => e.vpc_endpoint_type === 'Interface');
    assert.equal(byHour.length, networkMode === 'public_ip' ? 0 : 3);
    const zones = networkMode === 'private_endpoints_2az' ? 2 : 1;
    assert.ok(byHour.every(e => e.subnet_ids.length === zones));
    assert.equal(endpoints.length - byHour.length, 2);
  });
}
