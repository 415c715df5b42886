import {
  type CompositeAlarm,
  DescribeAlarmsCommand,
  type Dimension,
  type MetricAlarm,
} from '@aws-sdk/client-cloudwatch';
import type { AlarmState } from '@mlinfra/plugin-mlinfra-common';
import type { AlarmFacts, WatchedMetric } from './AlarmSource';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import { awsSentence } from './awsSentence';
import { readAllPages } from './readAllPages';

/** The most that AWS gives per page. */
const PER_PAGE = 100;
const STATES: Record<string, AlarmState> = { OK: 'ok', ALARM: 'alarm' };

/** CloudWatch alarms. */
export class AlarmReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  async all(call: AwsCall): Promise<AlarmFacts[]> {
    return readAllPages<AlarmFacts>(async NextToken => {
      const page = await this.caller.run('DescribeAlarms', call, options =>
        this.clients.cloudWatch(call).send(
          new DescribeAlarmsCommand({
            AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
            MaxRecords: PER_PAGE,
            NextToken,
          }),
          options,
        ),
      );
      return {
        items: [
          ...(page.MetricAlarms ?? []).map(each => ({
            ...common(each),
            metrics: watched(each),
          })),
          ...(page.CompositeAlarms ?? []).map(each => ({
            ...common(each),
            metrics: [],
          })),
        ],
        next: page.NextToken,
      };
    });
  }
}

function common(alarm: MetricAlarm | CompositeAlarm) {
  return {
    arn: alarm.AlarmArn ?? '',
    name: alarm.AlarmName ?? '',
    description: awsSentence(alarm.AlarmDescription),
    state: STATES[alarm.StateValue ?? ''] ?? ('insufficient-data' as const),
    reason: awsSentence(alarm.StateReason) ?? '',
    since: (
      alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp
    )?.toISOString(),
    actionsEnabled:
      (alarm.ActionsEnabled ?? true) && (alarm.AlarmActions ?? []).length > 0,
  };
}

function watched(alarm: MetricAlarm): WatchedMetric[] {
  const joined = (alarm.Metrics ?? []).flatMap(
    ({ MetricStat }) => MetricStat?.Metric ?? [],
  );
  const own = alarm.MetricName ? [alarm] : [];
  return [...own, ...joined].map(({ Namespace, MetricName, Dimensions }) => ({
    namespace: Namespace ?? '',
    name: MetricName ?? '',
    dimensions: dimensions(Dimensions ?? []),
  }));
}

function dimensions(list: Dimension[]): Record<string, string> {
  return Object.fromEntries(
    list.map(({ Name, Value }) => [Name ?? '', Value ?? '']),
  );
}
