import { beside } from '../../plan/Plan';
import type { ResourceCheck } from '../Check';

const LOGS = ['aws_cloudwatch_log_group'];
const TOPIC_POLICY = ['aws_sns_topic_policy'];
const KEY = ['aws_kms_key'];

/** What scanners ask of logs, alarms, topics and keys. */
export const monitoringChecks: ResourceCheck[] = [
  {
    id: 'CKV_AWS_66',
    title: 'A log says how long it is kept',
    types: LOGS,
    holds: logs => Number(logs.at('retention_in_days')) > 0,
  },
  {
    id: 'CKV_AWS_158',
    also: ['AWS-0017'],
    title: 'A log is encrypted with an own key',
    types: LOGS,
    holds: logs => logs.has('kms_key_id'),
  },
  {
    id: 'CKV_AWS_338',
    title: 'A log is kept for a year',
    types: LOGS,
    holds: logs => Number(logs.at('retention_in_days')) >= 365,
  },
  {
    id: 'CKV_AWS_319',
    title: 'An alarm does something',
    types: ['aws_cloudwatch_metric_alarm'],
    holds: alarm =>
      alarm.is('actions_enabled', true) && alarm.has('alarm_actions'),
  },
  {
    id: 'CKV_AWS_26',
    also: ['AWS-0095', 'AWS-0136'],
    title: 'A topic is encrypted with an own key',
    types: ['aws_sns_topic'],
    holds: topic => topic.has('kms_master_key_id'),
  },
  {
    id: 'CKV_AWS_169',
    title: 'Not everybody may publish to a topic',
    types: TOPIC_POLICY,
    holds: (policy, plan) =>
      !plan.statements.some(
        ({ module, allows, principals, conditions }) =>
          module === policy.module &&
          allows &&
          conditions.length === 0 &&
          principals.some(one => one === '*:*' || one === 'AWS:*'),
      ),
  },
  {
    id: 'CKV_AWS_385',
    title: 'No other account may publish to a topic',
    types: TOPIC_POLICY,
    holds: (policy, plan) =>
      plan.statements
        .filter(({ module, allows }) => module === policy.module && allows)
        .flatMap(({ principals }) => principals)
        .every(
          one =>
            one?.startsWith('Service:') ||
            one?.includes(`:${plan.variables.account_id}:`),
        ),
  },
  {
    id: 'CKV_AWS_7',
    also: ['AWS-0065'],
    title: 'A key is rotated',
    types: KEY,
    holds: key => key.is('enable_key_rotation', true),
  },
  {
    id: 'CKV_AWS_227',
    title: 'A key is enabled',
    types: KEY,
    holds: key => key.is('is_enabled', true),
  },
  {
    id: 'CKV2_AWS_64',
    title: 'A key has a policy',
    types: KEY,
    holds: key => key.has('policy'),
  },
  {
    id: 'CKV_AWS_33',
    title: 'Not everybody may use a key',
    types: KEY,
    holds: (key, plan) =>
      beside(plan, key, 'aws_kms_key').length === 1 &&
      !plan.statements.some(
        ({ module, allows, principals }) =>
          module === key.module &&
          allows &&
          principals.some(one => one === '*:*' || one === 'AWS:*'),
      ),
  },
];
