import { schemas } from './components';
import { databaseSchemas } from './databaseComponents';
import { endpointDetailsSchemas } from './endpointDetailsComponents';
import { endpointPaths } from './endpointPaths';
import { endpointSchemas } from './endpointComponents';
import {
  budgetListParameters,
  endpointListParameters,
  entityParameters,
} from './parameters';
import { entityErrors, listErrors, responses } from './responses';
import { runSchemas } from './runComponents';
import { runPaths } from './runPaths';
import { runBodies } from './runResponses';

/**
 * The API of the plugin. Requests are validated against it, handlers are
 * compiled against it, and it is served at `/api/mlinfra/openapi.json`.
 */
export const spec = {
  openapi: '3.0.3',
  info: {
    title: 'mlinfra',
    version: '1',
    description:
      'What runs in AWS for an entity of the catalog, and what it costs.',
    license: { name: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  components: {
    schemas: {
      ...schemas,
      ...endpointSchemas,
      ...endpointDetailsSchemas,
      ...databaseSchemas,
      ...runSchemas,
      ...runBodies,
    },
    responses,
  },
  paths: {
    ...runPaths,
    ...endpointPaths,
    '/v1/entities/{kind}/{namespace}/{name}/summary': {
      get: {
        operationId: 'GetEntitySummary',
        description:
          'Counts of what an entity has, and where its collections stand.',
        parameters: entityParameters,
        responses: {
          '200': {
            description: 'The summary, without what the caller may not see.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntitySummary' },
              },
            },
          },
          ...entityErrors,
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/endpoints': {
      get: {
        operationId: 'GetEntityEndpoints',
        description: 'The deployed endpoints of an entity.',
        parameters: entityParameters,
        responses: {
          '200': {
            description: 'The endpoints as they were last collected.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntityEndpoints' },
              },
            },
          },
          ...entityErrors,
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/budgets': {
      get: {
        operationId: 'GetEntityBudgets',
        description: 'The budgets of an entity.',
        parameters: entityParameters,
        responses: {
          '200': {
            description: 'The budgets as they were last collected.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntityBudgets' },
              },
            },
          },
          ...entityErrors,
        },
      },
    },
    '/v1/endpoints': {
      get: {
        operationId: 'ListEndpoints',
        description: 'Endpoints of all entities that the caller may see.',
        parameters: endpointListParameters,
        responses: {
          '200': {
            description: 'One page.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EndpointPage' },
              },
            },
          },
          ...listErrors,
        },
      },
    },
    '/v1/budgets': {
      get: {
        operationId: 'ListBudgets',
        description: 'Budgets of all entities that the caller may see.',
        parameters: budgetListParameters,
        responses: {
          '200': {
            description: 'One page.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/BudgetPage' },
              },
            },
          },
          ...listErrors,
        },
      },
    },
    '/v1/accounts': {
      get: {
        operationId: 'ListAccounts',
        description:
          'Connected accounts, their collections, and refused claims.',
        parameters: [],
        responses: {
          '200': {
            description: 'All accounts.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Accounts' },
              },
            },
          },
          '403': { $ref: '#/components/responses/NotAllowed' },
        },
      },
    },
    '/v1/refresh': {
      post: {
        operationId: 'Refresh',
        description: 'Asks for the data of an entity to be collected now.',
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/RefreshRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'Whether it was taken.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RefreshResponse' },
              },
            },
          },
          ...entityErrors,
          '400': { $ref: '#/components/responses/BadRequest' },
        },
      },
    },
  },
} as const;
