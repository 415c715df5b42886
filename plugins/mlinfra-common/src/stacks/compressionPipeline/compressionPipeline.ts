import type { StackDefinition } from '../stackDefinition';
import { STACK_ENDPOINTS } from '../stackEndpoints';
import { networkProblems } from '../network/networkProblems';
import { compressionPipelineInputsSchema } from './inputs';
import { compressionPipelineVariables } from './variables';

/**
 * A state machine that makes a model smaller in five steps, started through an
 * HTTP API.
 *
 * @public
 */
export const compressionPipelineStack: StackDefinition<
  typeof compressionPipelineInputsSchema
> = {
  id: 'compression-pipeline',
  template: 'ml-compression-pipeline',
  title: 'Compression pipeline',
  description:
    'State machine of Fargate tasks that prunes, distils and quantises a model behind a quality gate, started through an HTTP API',
  inputs: compressionPipelineInputsSchema,
  modules: [
    'alarms',
    'alerts',
    'bucket',
    'budget',
    'ecs-cluster',
    'encryption-key',
    'function',
    'http-api',
    'image-repository',
    'job-table',
    'naming',
    'network',
    'state-machine',
    'static-site',
    'task',
  ],
  endpoint: STACK_ENDPOINTS['compression-pipeline'],
  resources: [
    { part: 'models', title: 'Models', type: 's3-bucket' },
    { part: 'jobs', title: 'Jobs', type: 'dynamodb-table' },
    { part: 'pipeline', title: 'Pipeline', type: 'step-functions' },
  ],
  problems: networkProblems,
  variables: compressionPipelineVariables,
};
