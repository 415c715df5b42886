// @ts-check
import {
  CloudWatchClient,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';

/**
 * @typedef {object} DemoAlarm
 * @property {string} name
 * @property {string} description
 * @property {Record<string, string>} tags
 * @property {string} namespace
 * @property {string} metric
 * @property {Record<string, string>} dimensions
 * @property {number} threshold
 * @property {string} [raised] why it is in force; quiet where left out
 */

/**
 * Makes alarms, each in the state that it is to show.
 *
 * @param {import('./seed.mjs').DemoClient & { region: string }} client
 * @param {DemoAlarm[]} alarms
 * @param {string} topicArn whom they tell
 */
export async function seedAlarms(client, alarms, topicArn) {
  const cloudWatch = new CloudWatchClient(client);
  for (const alarm of alarms) {
    await cloudWatch.send(
      new PutMetricAlarmCommand({
        AlarmName: alarm.name,
        AlarmDescription: alarm.description,
        Namespace: alarm.namespace,
        MetricName: alarm.metric,
        Dimensions: Object.entries(alarm.dimensions).map(([Name, Value]) => ({
          Name,
          Value,
        })),
        Statistic: 'Sum',
        Period: 300,
        EvaluationPeriods: 1,
        Threshold: alarm.threshold,
        ComparisonOperator: 'GreaterThanThreshold',
        TreatMissingData: 'notBreaching',
        ActionsEnabled: true,
        AlarmActions: [topicArn],
        Tags: Object.entries(alarm.tags).map(([Key, Value]) => ({
          Key,
          Value,
        })),
      }),
    );
    await cloudWatch.send(
      new SetAlarmStateCommand({
        AlarmName: alarm.name,
        StateValue: alarm.raised ? 'ALARM' : 'OK',
        StateReason:
          alarm.raised ?? 'No datapoint was greater than the threshold.',
      }),
    );
  }
}
