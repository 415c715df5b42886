// @ts-check
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resourcesByType } from './resourcesByType.mjs';
import { statementsOf } from './statementsOf.mjs';

/**
 * What the applied state of the churn stack must hold of roles, model, API,
 * network, state and names.
 *
 * @param {import('node:test').TestContext} t
 * @param {object} applied
 * @param {import('../../tools/terraform/emulatedRepository.mjs').StateResource[]} applied.resources
 * @param {Record<string, { value: any }>} applied.outputs
 * @param {Record<string, any>} applied.variables
 * @param {boolean} applied.prod
 * @param {Record<string, any>} applied.backend what Terraform was initialised with
 * @param {string} applied.model file of the repository's model
 */
export async function checkChurnState(
  t,
  { resources, outputs, variables, prod, backend, model },
) {
  const { all, one } = resourcesByType(resources);
  const endpoint = one('aws_sagemaker_endpoint');
  const roles = all('aws_iam_role');
  /** @param {string} part */
  const role = part => roles.find(({ name }) => name.endsWith(`-${part}`));
  /** @param {string} part */
  const statementsFor = part =>
    statementsOf(
      all('aws_iam_role_policy')
        .filter(policy => policy.role === role(part)?.id)
        .map(({ policy }) => policy),
    );

  await t.test(
    'CH1 the model has a role that SageMaker takes, and reads one bucket',
    () => {
      assert.match(
        role('sagemaker-execution-role')?.assume_role_policy,
        /sagemaker\.amazonaws\.com/,
      );
      const reads = statementsFor('sagemaker-execution-role').filter(
        ({ actions }) => actions.includes('s3:GetObject'),
      );
      assert.ok(reads.length > 0, 'it reads models');
      const bucket = outputs.data_bucket_name.value;
      for (const { resources: named } of reads) {
        assert.ok(
          named.every(arn => arn.startsWith(`arn:aws:s3:::${bucket}`)),
          named.join(),
        );
      }
      assert.deepEqual(all('aws_iam_role_policy_attachment'), []);
    },
  );

  await t.test('CH2 the page may ask the API and nothing of the model', () => {
    const task = statementsFor('ecs-task-role');
    const api = one('aws_apigatewayv2_api');
    assert.deepEqual(
      task
        .filter(({ actions }) => actions.includes('execute-api:Invoke'))
        .flatMap(({ resources: named }) => named)
        .sort(),
      ['$default', 'GET/health', 'POST/predict']
        .map(request => `${api.execution_arn}/v1/${request}`)
        .sort(),
    );
    const taken = task.flatMap(({ actions }) => actions);
    assert.ok(
      !taken.some(action => /^(sagemaker|ssm|cloudwatch):/.test(action)),
    );
    assert.ok(
      statementsFor('ecs-execution-role').some(({ actions }) =>
        actions.includes('ecr:BatchGetImage'),
      ),
    );
  });

  await t.test(
    'CH3 CH12 the endpoint serves the model of the repository',
    async () => {
      const sagemakerModel = one('aws_sagemaker_model');
      const [container] = sagemakerModel.primary_container;
      assert.match(container.image, /\/sagemaker-xgboost:1\.7-1$/);
      const digest = createHash('sha256')
        .update(await readFile(model))
        .digest('hex');
      assert.equal(
        container.model_data_url,
        `s3://${outputs.data_bucket_name.value}/models/${digest.slice(
          0,
          16,
        )}/model.tar.gz`,
      );
      const configuration = one('aws_sagemaker_endpoint_configuration');
      assert.equal(endpoint.endpoint_config_name, configuration.name);
      const [variant] = configuration.production_variants;
      assert.equal(variant.model_name, sagemakerModel.name);
      const [serverless] = variant.serverless_config;
      assert.equal(serverless.memory_size_in_mb, variables.endpoint.memory_mb);
      assert.equal(
        serverless.max_concurrency,
        variables.endpoint.max_concurrency,
      );
    },
  );

  await t.test(
    'CH4 the function has 1024 MB, 30 s and this one endpoint',
    () => {
      const lambda = one('aws_lambda_function');
      assert.equal(
        `${lambda.memory_size} MB, ${lambda.timeout} s`,
        '1024 MB, 30 s',
      );
      assert.equal(lambda.package_type, 'Image');
      assert.equal(
        lambda.environment[0].variables.ENDPOINT_NAME,
        endpoint.name,
      );
      assert.deepEqual(
        statementsFor('lambda-execution-role')
          .filter(({ actions }) =>
            actions.some(a => a.startsWith('sagemaker:')),
          )
          .map(({ actions, resources: named }) => [actions, named]),
        [[['sagemaker:InvokeEndpoint'], [endpoint.arn]]],
      );
    },
  );

  await t.test(
    'CH5 one route for everything below /v1, signed and throttled',
    () => {
      const route = one('aws_apigatewayv2_route');
      assert.equal(
        `${route.route_key} ${route.authorization_type}`,
        '$default AWS_IAM',
      );
      const integration = one('aws_apigatewayv2_integration');
      assert.equal(integration.integration_type, 'AWS_PROXY');
      assert.equal(integration.payload_format_version, '2.0');
      const stage = one('aws_apigatewayv2_stage');
      assert.equal(`${stage.name} ${stage.auto_deploy}`, 'v1 true');
      assert.equal(stage.default_route_settings[0].throttling_rate_limit, 10);
      assert.match(outputs.api_endpoint.value, /\/v1$/);
      assert.match(
        one('aws_lambda_permission').source_arn,
        /^arn:aws:execute-api:[^*]+\/\*\/\$default$/,
      );
    },
  );

  await t.test('CH6 two zones, and a way out as it was chosen', () => {
    const vpc = one('aws_vpc');
    assert.ok(vpc.enable_dns_support && vpc.enable_dns_hostnames);
    assert.equal(vpc.cidr_block, variables.vpc_cidr);
    assert.deepEqual(
      [...new Set(all('aws_subnet').map(s => s.availability_zone))].sort(),
      variables.availability_zones,
    );
    assert.equal(all('aws_nat_gateway').length, prod ? 2 : 0);
    assert.equal(all('aws_eip').length, prod ? 2 : 0);
    one('aws_internet_gateway');
    assert.equal(one('aws_flow_log').traffic_type, 'ALL');
    const closed = one('aws_default_security_group');
    assert.deepEqual([...closed.ingress, ...closed.egress], []);
  });

  await t.test('CH7 every rule of a security group says what it is for', () => {
    const rules = [
      ...all('aws_vpc_security_group_ingress_rule'),
      ...all('aws_vpc_security_group_egress_rule'),
    ];
    assert.ok(rules.length >= 4, `${rules.length} rules`);
    for (const rule of rules) {
      assert.ok(rule.description, rule.id);
    }
  });

  await t.test(
    'CH10 the state is encrypted, in Frankfurt, below its own key',
    () => {
      assert.equal(backend.region, 'eu-central-1');
      assert.equal(backend.encrypt, true);
      assert.equal(backend.use_lockfile, true);
      assert.equal(backend.key, 'churn/terraform.tfstate');
    },
  );

  await t.test('CH11 names are those of the source', () => {
    const prefix = `ml-demo-leavers-${prod ? 'prod' : 'dev'}`;
    assert.equal(endpoint.name, `${prefix}-xgboost-endpoint`);
    assert.equal(
      one('aws_lambda_function').function_name,
      `${prefix}-prediction-api`,
    );
    assert.equal(one('aws_lb').name, `${prefix}-alb`);
    assert.equal(one('aws_ecs_cluster').name, `${prefix}-cluster`);
    assert.equal(one('aws_ecs_service').name, `${prefix}-service`);
    assert.ok(
      one('aws_sagemaker_model').name.startsWith(`${prefix}-xgboost-model-`),
    );
    assert.ok(
      endpoint.endpoint_config_name.startsWith(
        `${prefix}-xgboost-endpoint-config-`,
      ),
    );
    for (const part of [
      'sagemaker-execution-role',
      'ecs-execution-role',
      'ecs-task-role',
      'lambda-execution-role',
    ]) {
      assert.equal(role(part)?.name, `${prefix}-${part}`);
    }
  });
}
