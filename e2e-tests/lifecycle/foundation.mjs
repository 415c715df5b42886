// @ts-check
import assert from 'node:assert/strict';
import { resourcesByType } from './resourcesByType.mjs';

/**
 * What the stacks of one repository share: a network, a table and a dashboard
 * in dev, an audit trail in prod, one budget in each.
 *
 * @type {import('./Stack.mjs').Stack}
 */
export const foundation = {
  id: 'foundation',
  template: 'ml-team-repo',
  title: 'what the stacks of a repository share',
  change: { audit_trail_days: 400, backup_retention_days: 14 },
  async check(t, { target, environment }) {
    const [attributes, outputs] = await Promise.all([
      target.attributes(),
      target.outputs(),
    ]);
    const { all, one } = resourcesByType(attributes);
    const prod = environment === 'prod';

    await t.test('C8 one budget for the whole repository', () => {
      const budget = one('aws_budgets_budget');
      assert.equal(budget.name, outputs.budget_name.value);
      assert.equal(budget.notification.length, 3);
    });
    await t.test('E4 a network is handed on where it is shared', () => {
      // Terraform leaves out an output that is null.
      const network = /** @type {any} */ (outputs.shared_network?.value);
      if (prod) {
        assert.equal(network, undefined);
        assert.deepEqual(all('aws_vpc'), []);
        return;
      }
      assert.equal(network.id, one('aws_vpc').id);
      const subnets = all('aws_subnet').map(({ id }) => id);
      for (const id of [...network.subnet_ids, ...network.public_subnet_ids]) {
        assert.ok(subnets.includes(id), id);
      }
      assert.equal(all('aws_nat_gateway').length, 1, 'single');
    });
    await t.test('E5 the trail writes, where it is asked for', () => {
      if (!prod) {
        assert.deepEqual(all('aws_cloudtrail'), []);
        return;
      }
      const trail = one('aws_cloudtrail');
      assert.equal(trail.arn, outputs.audit_trail_arn.value);
      assert.equal(trail.enable_logging, true);
      assert.equal(trail.is_multi_region_trail, true);
      assert.equal(trail.enable_log_file_validation, true);
    });
    await t.test('E3 E6 E9 a table with its backups, and a dashboard', () => {
      if (prod) {
        assert.deepEqual(all('aws_dynamodb_table'), []);
        assert.deepEqual(all('aws_cloudwatch_dashboard'), []);
        return;
      }
      const table = one('aws_dynamodb_table');
      assert.equal(table.name, outputs.database_table_name.value);
      assert.equal(table.point_in_time_recovery[0].enabled, true);
      assert.equal(
        one('aws_cloudwatch_dashboard').dashboard_name,
        outputs.dashboard_name.value,
      );
    });
  },
};
