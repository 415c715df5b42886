import { ENDPOINT_STATUSES } from './endpointStatuses';

const text = { type: 'string' } as const;
const number = { type: 'number' } as const;
const count = { type: 'integer' } as const;
const instant = { type: 'string', format: 'date-time' } as const;
const texts = { type: 'array', items: text } as const;

/** What an endpoint consists of beside Lambda functions. */
export const endpointSchemas = {
  TargetGroupHealth: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'arn', 'targets', 'reasons'],
    properties: {
      name: text,
      arn: text,
      loadBalancer: text,
      targets: { type: 'object', additionalProperties: count },
      reasons: texts,
    },
  },
  ServiceDeployment: {
    type: 'object',
    additionalProperties: false,
    required: [
      'id',
      'status',
      'taskDefinition',
      'desired',
      'running',
      'pending',
      'failed',
    ],
    properties: {
      id: text,
      status: text,
      taskDefinition: text,
      desired: count,
      running: count,
      pending: count,
      failed: count,
      rollout: text,
      rolloutReason: text,
      createdAt: instant,
      updatedAt: instant,
    },
  },
  StoppedTask: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'containers'],
    properties: {
      id: text,
      stopCode: text,
      reason: text,
      stoppedAt: instant,
      taskDefinition: text,
      containers: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['name'],
          properties: { name: text, exitCode: count, reason: text },
        },
      },
    },
  },
  EndpointService: {
    type: 'object',
    additionalProperties: false,
    required: [
      'name',
      'arn',
      'cluster',
      'status',
      'statusReason',
      'desired',
      'running',
      'pending',
      'deployments',
      'stoppedTasks',
      'targetGroups',
    ],
    properties: {
      name: text,
      arn: text,
      cluster: text,
      status: { type: 'string', enum: ENDPOINT_STATUSES },
      statusReason: text,
      desired: count,
      running: count,
      pending: count,
      deployments: {
        type: 'array',
        items: { $ref: '#/components/schemas/ServiceDeployment' },
      },
      stoppedTasks: {
        type: 'array',
        items: { $ref: '#/components/schemas/StoppedTask' },
      },
      targetGroups: {
        type: 'array',
        items: { $ref: '#/components/schemas/TargetGroupHealth' },
      },
      lastEvent: {
        type: 'object',
        additionalProperties: false,
        required: ['at', 'message'],
        properties: { at: instant, message: text },
      },
      consoleUrl: text,
    },
  },
  EndpointModel: {
    type: 'object',
    additionalProperties: false,
    required: ['state', 'configName', 'variants'],
    properties: {
      state: text,
      failureReason: text,
      configName: text,
      variants: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['name', 'phases'],
          properties: {
            name: text,
            share: number,
            serverless: {
              type: 'object',
              additionalProperties: false,
              required: ['memoryMb', 'maxConcurrency'],
              properties: {
                memoryMb: count,
                maxConcurrency: count,
                provisionedConcurrency: count,
              },
            },
            instanceType: text,
            instanceCount: count,
            phases: texts,
          },
        },
      },
      createdAt: instant,
      updatedAt: instant,
    },
  },
  EndpointDeployment: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'what', 'name', 'state', 'at'],
    properties: {
      id: text,
      what: { type: 'string', enum: ['stage', 'function', 'service', 'model'] },
      name: text,
      state: {
        type: 'string',
        enum: ['succeeded', 'in-progress', 'failed', 'unknown'],
      },
      at: instant,
      reason: text,
    },
  },
} as const;
