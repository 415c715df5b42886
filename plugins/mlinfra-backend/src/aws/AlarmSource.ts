import type { AlarmState, Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { AwsCall } from './AwsCaller';

/** A metric that an alarm looks at. */
export interface WatchedMetric {
  /** For example `AWS/Lambda`. */
  namespace: string;
  name: string;
  dimensions: Record<string, string>;
}

/** An alarm as the list of a region shows it. */
export interface AlarmFacts {
  arn: string;
  name: string;
  description?: string;
  state: AlarmState;
  reason: string;
  since?: Timestamp;
  actionsEnabled: boolean;
  /** Several where an expression joins them; none for an alarm over alarms. */
  metrics: WatchedMetric[];
}

/** Alarms of one region and account. */
export interface AlarmSource {
  alarms(call: AwsCall): Promise<AlarmFacts[]>;
}
