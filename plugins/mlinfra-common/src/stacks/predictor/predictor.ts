import { networkProblems } from '../network/networkProblems';
import type { StackDefinition } from '../stackDefinition';
import { STACK_ENDPOINTS } from '../stackEndpoints';
import { predictorInputsSchema } from './inputs';
import { predictorVariables } from './variables';

/**
 * A service in containers behind an HTTP API, in a network without a NAT
 * gateway.
 *
 * @public
 */
export const predictorStack: StackDefinition<typeof predictorInputsSchema> = {
  id: 'predictor',
  template: 'ml-predictor-service',
  title: 'Predictor service',
  description:
    'Service on Fargate with Spot behind an HTTP API, scaled by its load, in a network without a NAT gateway',
  inputs: predictorInputsSchema,
  modules: [
    'alarms',
    'alerts',
    'autoscaling',
    'blue-green',
    'bucket',
    'budget',
    'ecs-cluster',
    'ecs-service',
    'encryption-key',
    'http-api',
    'image-repository',
    'naming',
    'network',
    'security-group',
    'task',
    'vpc-link',
  ],
  endpoint: STACK_ENDPOINTS.predictor,
  resources: [
    { part: 'files', title: 'Uploaded files', type: 's3-bucket' },
    { part: 'processed', title: 'Processed data', type: 's3-bucket' },
    { part: 'tasks', title: 'Tasks', type: 'ecs-service' },
  ],
  problems: networkProblems,
  variables: predictorVariables,
};
