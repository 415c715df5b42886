import { ENDPOINT_KINDS } from './endpointKinds';
import { ENDPOINT_STATUSES } from './endpointStatuses';

const text = { type: 'string' } as const;
const number = { type: 'number' } as const;
const flag = { type: 'boolean' } as const;
const instant = { type: 'string', format: 'date-time' } as const;
const texts = { type: 'array', items: text } as const;
const counts = {
  type: 'object',
  additionalProperties: false,
  required: ['total', 'byStatus'],
  properties: {
    total: { type: 'integer' },
    byStatus: { type: 'object', additionalProperties: { type: 'integer' } },
  },
} as const;

export const BUDGET_STATUSES = [
  'ok',
  'warning',
  'exceeded',
  'unknown',
] as const;

/** The shapes of the API's answers. */
export const schemas = {
  AwsConnection: {
    type: 'object',
    additionalProperties: false,
    required: ['connected', 'emulated'],
    properties: { connected: flag, emulated: flag },
  },
  EndpointFunction: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'arn'],
    properties: {
      name: text,
      qualifier: text,
      arn: text,
      state: text,
      stateReason: text,
      lastUpdateStatus: text,
      memoryMb: number,
      timeoutSeconds: number,
      packageType: text,
      lastModified: instant,
      consoleUrl: text,
    },
  },
  Endpoint: {
    type: 'object',
    additionalProperties: false,
    required: [
      'id',
      'key',
      'entityRef',
      'kind',
      'name',
      'status',
      'statusReason',
      'auth',
      'accountId',
      'region',
      'functions',
      'services',
      'deployments',
      'collectedAt',
    ],
    properties: {
      id: text,
      key: text,
      entityRef: text,
      kind: { type: 'string', enum: ENDPOINT_KINDS },
      name: text,
      status: { type: 'string', enum: ENDPOINT_STATUSES },
      statusReason: text,
      url: text,
      method: text,
      auth: {
        type: 'string',
        enum: ['none', 'api-key', 'iam', 'jwt', 'unknown'],
      },
      stack: text,
      environment: text,
      templateVersion: text,
      accountId: text,
      accountName: text,
      region: text,
      functions: {
        type: 'array',
        items: { $ref: '#/components/schemas/EndpointFunction' },
      },
      services: {
        type: 'array',
        items: { $ref: '#/components/schemas/EndpointService' },
      },
      model: { $ref: '#/components/schemas/EndpointModel' },
      deployments: {
        type: 'array',
        items: { $ref: '#/components/schemas/EndpointDeployment' },
      },
      deployedAt: instant,
      consoleUrl: text,
      collectedAt: instant,
    },
  },
  Budget: {
    type: 'object',
    additionalProperties: false,
    required: [
      'id',
      'entityRef',
      'name',
      'accountId',
      'timeUnit',
      'limit',
      'status',
      'collectedAt',
    ],
    properties: {
      id: text,
      entityRef: text,
      name: text,
      accountId: text,
      accountName: text,
      environment: text,
      timeUnit: text,
      limit: { type: 'string', description: 'USD, a decimal' },
      actual: { type: 'string', description: 'USD, a decimal' },
      forecast: { type: 'string', description: 'USD, a decimal' },
      usedPercent: number,
      status: { type: 'string', enum: BUDGET_STATUSES },
      consoleUrl: text,
      collectedAt: instant,
    },
  },
  CollectionError: {
    type: 'object',
    additionalProperties: false,
    required: ['kind', 'message', 'at'],
    properties: {
      kind: {
        type: 'string',
        enum: [
          'access-denied',
          'expired-credentials',
          'no-credentials',
          'wrong-account',
          'throttled',
          'timeout',
          'unreachable',
          'other',
        ],
      },
      message: text,
      operation: text,
      at: instant,
    },
  },
  CollectionState: {
    type: 'object',
    additionalProperties: false,
    required: [
      'collector',
      'accountId',
      'region',
      'running',
      'requested',
      'stale',
    ],
    properties: {
      collector: { type: 'string', enum: ['inventory', 'budgets', 'runs'] },
      accountId: text,
      accountName: text,
      region: text,
      lastSuccessAt: instant,
      lastAttemptAt: instant,
      running: flag,
      requested: flag,
      error: { $ref: '#/components/schemas/CollectionError' },
      stale: flag,
    },
  },
  EntitySummary: {
    type: 'object',
    additionalProperties: false,
    required: ['entityRef', 'aws', 'stacks', 'environments', 'collections'],
    properties: {
      entityRef: text,
      aws: { $ref: '#/components/schemas/AwsConnection' },
      stacks: texts,
      environments: texts,
      templateVersion: text,
      endpoints: counts,
      databases: counts,
      alarms: counts,
      budgets: counts,
      runs: counts,
      collections: {
        type: 'array',
        items: { $ref: '#/components/schemas/CollectionState' },
      },
    },
  },
  EntityEndpoints: {
    type: 'object',
    additionalProperties: false,
    required: [
      'entityRef',
      'aws',
      'items',
      'databases',
      'alarms',
      'collections',
    ],
    properties: {
      entityRef: text,
      aws: { $ref: '#/components/schemas/AwsConnection' },
      items: {
        type: 'array',
        items: { $ref: '#/components/schemas/Endpoint' },
      },
      databases: {
        type: 'array',
        items: { $ref: '#/components/schemas/Database' },
      },
      alarms: { type: 'array', items: { $ref: '#/components/schemas/Alarm' } },
      collections: {
        type: 'array',
        items: { $ref: '#/components/schemas/CollectionState' },
      },
    },
  },
  EntityBudgets: {
    type: 'object',
    additionalProperties: false,
    required: ['entityRef', 'aws', 'items', 'collections'],
    properties: {
      entityRef: text,
      aws: { $ref: '#/components/schemas/AwsConnection' },
      items: { type: 'array', items: { $ref: '#/components/schemas/Budget' } },
      collections: {
        type: 'array',
        items: { $ref: '#/components/schemas/CollectionState' },
      },
    },
  },
  PageInfo: {
    type: 'object',
    additionalProperties: false,
    properties: {
      nextCursor: {
        type: 'string',
        description:
          'Pass as cursor for the next page; absent on the last one.',
      },
    },
  },
  EndpointPage: {
    type: 'object',
    additionalProperties: false,
    required: ['items', 'pageInfo'],
    properties: {
      items: {
        type: 'array',
        items: { $ref: '#/components/schemas/Endpoint' },
      },
      pageInfo: { $ref: '#/components/schemas/PageInfo' },
    },
  },
  BudgetPage: {
    type: 'object',
    additionalProperties: false,
    required: ['items', 'pageInfo'],
    properties: {
      items: { type: 'array', items: { $ref: '#/components/schemas/Budget' } },
      pageInfo: { $ref: '#/components/schemas/PageInfo' },
    },
  },
  RejectedClaim: {
    type: 'object',
    additionalProperties: false,
    required: ['resourceArn', 'claimedEntityRef', 'reason', 'collectedAt'],
    properties: {
      resourceArn: text,
      claimedEntityRef: text,
      reason: text,
      collectedAt: instant,
    },
  },
  Account: {
    type: 'object',
    additionalProperties: false,
    required: [
      'accountId',
      'name',
      'regions',
      'environments',
      'emulated',
      'collections',
      'rejectedClaims',
    ],
    properties: {
      accountId: text,
      name: text,
      regions: texts,
      environments: texts,
      emulated: flag,
      collections: {
        type: 'array',
        items: { $ref: '#/components/schemas/CollectionState' },
      },
      rejectedClaims: {
        type: 'array',
        items: { $ref: '#/components/schemas/RejectedClaim' },
      },
    },
  },
  Accounts: {
    type: 'object',
    additionalProperties: false,
    required: ['aws', 'items'],
    properties: {
      aws: { $ref: '#/components/schemas/AwsConnection' },
      items: { type: 'array', items: { $ref: '#/components/schemas/Account' } },
    },
  },
  RefreshRequest: {
    type: 'object',
    additionalProperties: false,
    required: ['entityRef'],
    properties: { entityRef: { type: 'string', minLength: 1, maxLength: 512 } },
  },
  RefreshResponse: {
    type: 'object',
    additionalProperties: false,
    required: ['status', 'retryAfterSeconds'],
    properties: {
      status: { type: 'string', enum: ['scheduled', 'too-soon'] },
      retryAfterSeconds: { type: 'integer' },
    },
  },
} as const;
