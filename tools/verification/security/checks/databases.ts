import { beside, type Plan } from '../../plan/Plan';
import type { PlannedResource } from '../../plan/PlannedResource';
import type { Json } from '../../plan/PlanJson';
import type { ResourceCheck } from '../Check';

const INSTANCE = ['aws_db_instance'];

/** Value of a parameter of the database's parameter group. */
function parameter(instance: PlannedResource, plan: Plan, name: string) {
  return beside(plan, instance, 'aws_db_parameter_group')
    .flatMap(group => group.list('parameter'))
    .map(entry => entry as { [key: string]: Json })
    .find(entry => entry.name === name)?.value;
}

/** What scanners ask of PostgreSQL. */
export const databaseChecks: ResourceCheck[] = [
  {
    id: 'CKV_AWS_16',
    also: ['AWS-0080'],
    title: 'A database is encrypted',
    types: INSTANCE,
    holds: instance => instance.is('storage_encrypted', true),
  },
  {
    id: 'CKV_AWS_17',
    also: ['AWS-0180'],
    title: 'A database has no public address',
    types: INSTANCE,
    holds: instance => instance.is('publicly_accessible', false),
  },
  {
    id: 'CKV_AWS_118',
    title: 'A database is measured from inside',
    types: INSTANCE,
    holds: instance =>
      instance.has('monitoring_interval') &&
      !instance.is('monitoring_interval', 0),
  },
  {
    id: 'CKV_AWS_129',
    title: 'A database hands its logs on',
    types: INSTANCE,
    holds: instance =>
      instance.list('enabled_cloudwatch_logs_exports').includes('postgresql'),
  },
  {
    id: 'CKV_AWS_133',
    also: ['AWS-0077'],
    title: 'A database is backed up, for longer than a day',
    types: INSTANCE,
    holds: instance => Number(instance.at('backup_retention_period')) > 1,
  },
  {
    id: 'CKV_AWS_161',
    also: ['AWS-0176'],
    title: 'A database knows its users by IAM',
    types: INSTANCE,
    holds: instance => instance.is('iam_database_authentication_enabled', true),
  },
  {
    id: 'CKV_AWS_211',
    title: 'A database has a certificate of a current authority',
    types: INSTANCE,
    holds: instance =>
      instance.is(
        'ca_cert_identifier',
        'rds-ca-rsa2048-g1',
        'rds-ca-rsa4096-g1',
        'rds-ca-ecc384-g1',
      ),
  },
  {
    id: 'CKV_AWS_226',
    title: 'A database takes minor versions by itself',
    types: INSTANCE,
    holds: instance => instance.is('auto_minor_version_upgrade', true),
  },
  {
    id: 'CKV_AWS_250',
    title: "A database's version reads foreign logs safely",
    types: INSTANCE,
    holds: instance =>
      instance.is('engine', 'postgres') &&
      Number.parseInt(String(instance.at('engine_version')), 10) >= 14,
  },
  {
    id: 'CKV_AWS_293',
    also: ['AWS-0177'],
    title: 'A database is protected against deletion',
    types: INSTANCE,
    holds: instance => instance.is('deletion_protection', true),
  },
  {
    id: 'CKV2_AWS_30',
    title: 'A database logs queries',
    types: INSTANCE,
    holds: (instance, plan) =>
      parameter(instance, plan, 'log_statement') !== undefined &&
      parameter(instance, plan, 'log_min_duration_statement') !== undefined,
  },
  {
    id: 'CKV2_AWS_60',
    title: 'Snapshots carry the tags of their database',
    types: INSTANCE,
    holds: instance => instance.is('copy_tags_to_snapshot', true),
  },
  {
    id: 'CKV2_AWS_69',
    title: 'A database is reached by TLS only',
    types: INSTANCE,
    holds: (instance, plan) =>
      parameter(instance, plan, 'rds.force_ssl') === '1',
  },
  {
    id: 'CKV_AWS_157',
    title: 'A database stands in two zones',
    types: INSTANCE,
    holds: instance => instance.is('multi_az', true),
  },
  {
    id: 'CKV_AWS_353',
    also: ['AWS-0133'],
    title: 'A database tells what it waits for',
    types: INSTANCE,
    holds: instance => instance.is('performance_insights_enabled', true),
  },
  {
    id: 'CKV_AWS_354',
    also: ['AWS-0078'],
    title: 'What it tells is encrypted with an own key',
    types: INSTANCE,
    holds: (instance, plan) =>
      plan.variables.customer_managed_key === true &&
      instance.has('performance_insights_kms_key_id'),
  },
];
