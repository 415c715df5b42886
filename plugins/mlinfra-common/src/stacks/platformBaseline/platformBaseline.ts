import { networkProblems } from '../network/networkProblems';
import type { StackDefinition } from '../stackDefinition';
import { STACK_ENDPOINTS } from '../stackEndpoints';
import { platformBaselineInputsSchema } from './inputs';
import { platformBaselineVariables } from './variables';

/**
 * A model behind a REST API, with everything around it that others must be
 * able to rely on: versions, records, isolation, audit, deployments that take
 * themselves back, and backups.
 *
 * @public
 */
export const platformBaselineStack: StackDefinition<
  typeof platformBaselineInputsSchema
> = {
  id: 'platform-baseline',
  template: 'ml-platform-baseline',
  title: 'Platform baseline',
  description:
    'REST API with keys and quotas in front of a function or of tasks, with versioned models, a database, network isolation, audit trail, monitoring, blue-green deployments and backups',
  inputs: platformBaselineInputsSchema,
  modules: [
    'alarms',
    'alerts',
    'autoscaling',
    'backups',
    'blue-green',
    'bucket',
    'budget',
    'cloudtrail',
    'dashboard',
    'database',
    'ecs-cluster',
    'ecs-service',
    'encryption-key',
    'function',
    'image-repository',
    'naming',
    'network',
    'network-acls',
    'rest-api',
    'security-group',
    'task',
    'vpc-link',
  ],
  endpoint: STACK_ENDPOINTS['platform-baseline'],
  resources: [
    { part: 'served-models', title: 'Served models', type: 's3-bucket' },
    { part: 'records', title: 'Records', type: 'database' },
  ],
  problems: networkProblems,
  variables: platformBaselineVariables,
};
