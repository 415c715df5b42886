// @ts-check
import assert from 'node:assert/strict';
import { resourcesByType } from './resourcesByType.mjs';
import { statementsOf } from './statementsOf.mjs';

/**
 * What the applied state of the platform baseline must hold of models,
 * records, and the network around them.
 *
 * @param {import('node:test').TestContext} t
 * @param {object} applied
 * @param {import('../../tools/terraform/emulatedRepository.mjs').StateResource[]} applied.resources
 * @param {Record<string, { value: any }>} applied.outputs
 * @param {boolean} applied.prod PostgreSQL in prod, a table in dev
 */
export async function checkBaselineData(t, { resources, outputs, prod }) {
  const { all, one } = resourcesByType(resources);
  const key = one('aws_kms_key');

  await t.test('E2 models are versioned, encrypted, read by role only', () => {
    const models = outputs.model_bucket_name.value;
    /** @param {string} type */
    const ofModels = type => all(type).find(({ bucket }) => bucket === models);
    assert.equal(
      ofModels('aws_s3_bucket_versioning')?.versioning_configuration[0].status,
      'Enabled',
    );
    const [rule] =
      ofModels('aws_s3_bucket_server_side_encryption_configuration')?.rule ??
      [];
    const [encryption] = rule.apply_server_side_encryption_by_default;
    assert.equal(encryption.sse_algorithm, 'aws:kms');
    assert.equal(encryption.kms_master_key_id, key.arn);
    const block = ofModels('aws_s3_bucket_public_access_block');
    assert.ok(block?.block_public_policy && block.restrict_public_buckets);
    const readers = statementsOf(
      all('aws_iam_role_policy').map(({ policy }) => policy),
    ).filter(({ resources: named }) =>
      named.includes(`arn:aws:s3:::${models}/models/*`),
    );
    assert.deepEqual(
      readers.map(({ actions }) => [...actions].sort()),
      [['s3:GetObject', 's3:GetObjectVersion']],
    );
  });

  if (prod) {
    await t.test('E3 PostgreSQL is encrypted, private, recoverable', () => {
      const instance = one('aws_db_instance');
      assert.equal(instance.storage_encrypted, true);
      assert.equal(instance.kms_key_id, key.arn);
      assert.equal(instance.publicly_accessible, false);
      assert.equal(instance.manage_master_user_password, true);
      assert.equal(instance.password, null);
      assert.equal(instance.backup_retention_period, 14);
      assert.equal(instance.deletion_protection, true);
      assert.equal(instance.multi_az, true);
      const forced = one('aws_db_parameter_group').parameter.find(
        (/** @type {{ name: string }} */ p) => p.name === 'rds.force_ssl',
      );
      assert.equal(forced.value, '1');
    });
  } else {
    await t.test('E3 the table is on demand and recoverable', () => {
      const table = one('aws_dynamodb_table');
      assert.equal(table.billing_mode, 'PAY_PER_REQUEST');
      const [recovery] = table.point_in_time_recovery;
      assert.equal(recovery.enabled, true);
      assert.equal(recovery.recovery_period_in_days, 7);
      assert.equal(table.ttl[0].enabled, true);
      // Encrypted without a key of the stack: by one that DynamoDB keeps itself.
      assert.deepEqual(table.server_side_encryption, []);
      assert.deepEqual(all('aws_db_instance'), []);
    });
  }

  await t.test('E4 isolation: subnets, security groups, network ACLs', () => {
    if (!prod) {
      assert.deepEqual(all('aws_vpc'), [], 'dev needs no network');
      return;
    }
    const [instance, subnets] = [one('aws_db_instance'), all('aws_subnet')];
    assert.equal(subnets.length, 4, 'two for the tasks, two for the data');
    const data = one('aws_db_subnet_group').subnet_ids;
    const [network] = one('aws_ecs_service').network_configuration;
    assert.deepEqual(
      network.subnets.filter((/** @type {string} */ id) => data.includes(id)),
      [],
      'tasks and data share no subnet',
    );
    assert.equal(network.assign_public_ip, false);
    assert.equal(all('aws_network_acl').length, 2);
    for (const acl of all('aws_network_acl')) {
      assert.equal(acl.subnet_ids.length, 2);
    }
    const [guard] = instance.vpc_security_group_ids;
    const ways = all('aws_vpc_security_group_ingress_rule').filter(
      rule => rule.security_group_id === guard,
    );
    assert.deepEqual(
      ways.map(rule => [rule.from_port, rule.to_port, rule.cidr_ipv4 || null]),
      [[5432, 5432, null]],
    );
    assert.ok(
      network.security_groups.includes(ways[0].referenced_security_group_id),
      'the tasks, and nobody else',
    );
    assert.equal(all('aws_flow_log').length, 1);
  });

  await t.test('E9 copies by a plan, in a vault', () => {
    assert.equal(all('aws_backup_vault').length, prod ? 1 : 0);
    assert.equal(
      outputs.backup_vault_name?.value ?? null,
      prod ? one('aws_backup_vault').name : null,
    );
    if (prod) {
      const days = one('aws_backup_plan').rule.map(
        (/** @type {any} */ rule) => [
          rule.rule_name,
          rule.lifecycle[0].delete_after,
        ],
      );
      assert.deepEqual(days.sort(), [
        ['daily', 35],
        ['monthly', 365],
      ]);
      assert.deepEqual(
        [...one('aws_backup_selection').resources],
        [one('aws_db_instance').arn],
      );
    }
  });
}
