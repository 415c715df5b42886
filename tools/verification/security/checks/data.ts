import { beside } from '../../plan/Plan';
import { UNKNOWN } from '../../plan/valueAt';
import type { ResourceCheck } from '../Check';

const TABLE = ['aws_dynamodb_table'];

/** What scanners ask of tables, state machines, models, parameters and backups. */
export const dataChecks: ResourceCheck[] = [
  {
    id: 'CKV_AWS_28',
    also: ['AWS-0024'],
    title: 'A table can be restored to any second of its last days',
    types: TABLE,
    holds: table => table.is('point_in_time_recovery.0.enabled', true),
  },
  {
    id: 'CKV_AWS_119',
    also: ['AWS-0025'],
    title: 'A table is encrypted with an own key',
    types: TABLE,
    // The provider calls the block unknown with and without a key.
    holds: (table, plan) =>
      table.is('server_side_encryption.0.enabled', true) ||
      (table.at('server_side_encryption') === UNKNOWN &&
        plan.variables.customer_managed_key === true &&
        /server_side_encryption/.test(plan.sourceOf(table))),
  },
  {
    id: 'CKV2_AWS_16',
    title: 'The capacity of a table follows its use',
    types: TABLE,
    holds: (table, plan) =>
      table.is('billing_mode', 'PAY_PER_REQUEST') ||
      beside(plan, table, 'aws_appautoscaling_target').length > 0,
  },
  {
    id: 'CKV_AWS_284',
    title: 'A state machine traces its runs',
    types: ['aws_sfn_state_machine'],
    holds: machine => machine.is('tracing_configuration.0.enabled', true),
  },
  {
    id: 'CKV_AWS_285',
    title: 'A state machine logs its runs',
    types: ['aws_sfn_state_machine'],
    holds: machine =>
      machine.is('logging_configuration.0.level', 'ALL', 'ERROR', 'FATAL') &&
      machine.has('logging_configuration.0.log_destination'),
  },
  {
    id: 'CKV_AWS_98',
    title: 'What an endpoint stores is encrypted with an own key',
    types: ['aws_sagemaker_endpoint_configuration'],
    holds: endpoint => endpoint.has('kms_key_arn'),
  },
  {
    id: 'CKV_AWS_370',
    title: 'A model has no way out',
    types: ['aws_sagemaker_model'],
    holds: model => model.is('enable_network_isolation', true),
  },
  {
    id: 'CKV2_AWS_34',
    also: ['AWS-0098'],
    title: 'A parameter is encrypted',
    types: ['aws_ssm_parameter'],
    holds: parameter => parameter.is('type', 'SecureString'),
  },
  {
    id: 'CKV_AWS_337',
    title: 'A parameter is encrypted with an own key',
    types: ['aws_ssm_parameter'],
    holds: parameter =>
      parameter.is('type', 'SecureString') && parameter.has('key_id'),
  },
  {
    id: 'CKV_AWS_166',
    title: 'A vault of backups is encrypted with an own key',
    types: ['aws_backup_vault'],
    holds: (vault, plan) =>
      plan.variables.customer_managed_key === true && vault.has('kms_key_arn'),
  },
];
