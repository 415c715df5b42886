import { networkProblems } from '../network/networkProblems';
import type { StackDefinition } from '../stackDefinition';
import { STACK_ENDPOINTS } from '../stackEndpoints';
import { churnInputsSchema } from './inputs';
import { pageProblems } from './pageProblems';
import { churnVariables } from './variables';

/**
 * A model that tells who is about to leave: an endpoint of SageMaker, an HTTP
 * API in front of it, and a page for people in front of that.
 *
 * @public
 */
export const churnStack: StackDefinition<typeof churnInputsSchema> = {
  id: 'churn',
  template: 'ml-churn-stack',
  title: 'Churn prediction',
  description:
    'Serverless SageMaker endpoint with XGBoost behind an HTTP API, and a page for people on Fargate behind a load balancer',
  inputs: churnInputsSchema,
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
    'function',
    'http-api',
    'image-repository',
    'load-balancer',
    'naming',
    'network',
    'sagemaker-endpoint',
    'security-group',
    'task',
  ],
  endpoint: STACK_ENDPOINTS.churn,
  resources: [
    { part: 'churn-model', title: 'Churn model', type: 'sagemaker-endpoint' },
    { part: 'churn-page', title: 'Churn page', type: 'ecs-service' },
    { part: 'training-data', title: 'Training data', type: 's3-bucket' },
  ],
  problems: request => [...networkProblems(request), ...pageProblems(request)],
  variables: churnVariables,
};
