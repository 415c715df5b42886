// @ts-check
import assert from 'node:assert/strict';
import { resourcesByType } from './resourcesByType.mjs';

/**
 * What the applied state of the platform baseline must hold of the audit
 * trail, alarms, dashboard and budget.
 *
 * @param {import('node:test').TestContext} t
 * @param {object} applied
 * @param {import('../../tools/terraform/emulatedRepository.mjs').StateResource[]} applied.resources
 * @param {Record<string, { value: any }>} applied.outputs
 * @param {boolean} applied.prod the account's one trail is prod's
 */
export async function checkBaselineOperations(t, { resources, outputs, prod }) {
  const { all, one } = resourcesByType(resources);

  await t.test('E5 one trail for the account, in all regions', () => {
    assert.equal(all('aws_cloudtrail').length, prod ? 1 : 0);
    if (!prod) {
      return;
    }
    const trail = one('aws_cloudtrail');
    assert.equal(trail.is_multi_region_trail, true);
    assert.equal(trail.include_global_service_events, true);
    assert.equal(trail.enable_log_file_validation, true);
    assert.equal(trail.kms_key_id, one('aws_kms_key').arn);
    assert.equal(outputs.audit_trail_arn.value, trail.arn);
    const encrypted = all(
      'aws_s3_bucket_server_side_encryption_configuration',
    ).find(({ bucket }) => bucket === trail.s3_bucket_name);
    assert.ok(encrypted, 'the bucket of the trail is encrypted');
    const [selector] = trail.event_selector;
    assert.deepEqual(
      selector.data_resource.map(
        (/** @type {{ values: string[] }} */ { values }) => [...values],
      ),
      [[`arn:aws:s3:::${outputs.model_bucket_name.value}/`]],
      'who reads and writes models is recorded',
    );
    assert.equal(selector.include_management_events, true);
  });

  await t.test('E6 alarms, one topic, a dashboard, a budget', () => {
    const topic = outputs.alerts_topic_arn.value;
    const alarms = all('aws_cloudwatch_metric_alarm');
    assert.deepEqual(
      [...new Set(alarms.flatMap(alarm => [...alarm.alarm_actions]))],
      [topic],
    );
    const words = alarms.map(({ alarm_name: name }) =>
      name.replace(/^ml-demo-machine-care-(dev|prod)-/, ''),
    );
    for (const word of prod
      ? ['api-5xx', 'blue-unhealthy', 'green-unhealthy', 'database-storage']
      : ['api-5xx', 'serving-errors', 'database-throttled']) {
      assert.ok(words.includes(word), `${word} is watched: ${words}`);
    }
    const { widgets } = JSON.parse(
      one('aws_cloudwatch_dashboard').dashboard_body,
    );
    const logs = widgets.find(
      (/** @type {{ type: string }} */ { type }) => type === 'log',
    );
    assert.ok(logs, 'the errors of all logs are on the dashboard');
    const budget = one('aws_budgets_budget');
    assert.equal(Number(budget.limit_amount), prod ? 200 : 50);
    assert.deepEqual(
      budget.notification
        .map((/** @type {any} */ n) => `${n.notification_type} ${n.threshold}`)
        .sort(),
      ['ACTUAL 100', 'ACTUAL 80', 'FORECASTED 100'],
    );
  });
}
