import type { ResourceCheck } from '../Check';

const TRAIL = ['aws_cloudtrail'];

/** What scanners ask of audit trails. */
export const trailChecks: ResourceCheck[] = [
  {
    id: 'CKV_AWS_35',
    also: ['AWS-0015'],
    title: 'A trail is encrypted with an own key',
    types: TRAIL,
    holds: trail => trail.has('kms_key_id'),
  },
  {
    id: 'CKV_AWS_36',
    also: ['AWS-0016'],
    title: 'A change of a trail shows',
    types: TRAIL,
    holds: trail => trail.is('enable_log_file_validation', true),
  },
  {
    id: 'CKV_AWS_67',
    also: ['AWS-0014'],
    title: 'A trail has every region',
    types: TRAIL,
    holds: trail => trail.is('is_multi_region_trail', true),
  },
  {
    id: 'CKV_AWS_251',
    title: 'A trail is written',
    types: TRAIL,
    holds: trail => trail.is('enable_logging', true),
  },
  {
    id: 'CKV_AWS_252',
    title: 'A trail tells of its files',
    types: TRAIL,
    holds: trail => trail.has('sns_topic_name'),
  },
  {
    id: 'CKV2_AWS_10',
    also: ['AWS-0162'],
    title: 'A trail goes to CloudWatch Logs',
    types: TRAIL,
    holds: trail => trail.has('cloud_watch_logs_group_arn'),
  },
];
