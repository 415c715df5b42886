import {
  endpointParameters,
  entityParameters,
  metricParameters,
} from './parameters';
import { entityErrors, metricErrors, tryErrors } from './responses';

/** The paths of single endpoints, and of what is measured of them. */
export const endpointPaths = {
  '/v1/entities/{kind}/{namespace}/{name}/metrics': {
    get: {
      operationId: 'GetEntityMetrics',
      description:
        'What CloudWatch measured of all endpoints of an entity, kept for a while.',
      parameters: [...entityParameters, ...metricParameters],
      responses: {
        '200': answer('The metrics.', 'EndpointMetricsList'),
        ...metricErrors,
      },
    },
  },
  '/v1/endpoints/{key}': {
    get: {
      operationId: 'GetEndpoint',
      description: 'An endpoint as last collected, and how it is called.',
      parameters: endpointParameters,
      responses: {
        '200': answer('The endpoint.', 'EndpointDetails'),
        ...entityErrors,
      },
    },
  },
  '/v1/endpoints/{key}/metrics': {
    get: {
      operationId: 'GetEndpointMetrics',
      description: 'What CloudWatch measured of an endpoint, kept for a while.',
      parameters: [...endpointParameters, ...metricParameters],
      responses: {
        '200': answer('The metrics.', 'EndpointMetricsList'),
        ...metricErrors,
      },
    },
  },
  '/v1/endpoints/{key}/try': {
    post: {
      operationId: 'TryEndpoint',
      description:
        'Sends one of the endpoint’s own requests to it, and gives its answer, whatever its status.',
      parameters: endpointParameters,
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/TryEndpointRequest' },
          },
        },
      },
      responses: {
        '200': answer('What the endpoint answered.', 'TryEndpointResponse'),
        ...tryErrors,
      },
    },
  },
} as const;

function answer<const Name extends string>(description: string, name: Name) {
  return {
    description,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${name}` },
      },
    },
  } as const;
}
