import type { StackDefinition } from '../stackDefinition';
import { STACK_ENDPOINTS } from '../stackEndpoints';
import { inferenceApiInputsSchema } from './inputs';
import { inferenceApiVariables } from './variables';

/**
 * A REST API in front of a container-image Lambda that classifies audio.
 *
 * @public
 */
export const inferenceApiStack: StackDefinition<
  typeof inferenceApiInputsSchema
> = {
  id: 'inference-api',
  template: 'ml-inference-api',
  title: 'Inference API',
  description:
    'REST API in front of a container-image Lambda, with an asynchronous path for long inputs',
  inputs: inferenceApiInputsSchema,
  modules: [
    'alarms',
    'alerts',
    'bucket',
    'budget',
    'encryption-key',
    'function',
    'image-repository',
    'naming',
    'rest-api',
  ],
  endpoint: STACK_ENDPOINTS['inference-api'],
  resources: [],
  variables: inferenceApiVariables,
};
