import { METRIC_RANGES } from '@mlinfra/plugin-mlinfra-common';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const count = { type: 'integer' } as const;
const instant = { type: 'string', format: 'date-time' } as const;
const auth = {
  type: 'string',
  enum: ['none', 'api-key', 'iam', 'jwt', 'unknown'],
} as const;

/** Details of one endpoint, what is measured of it, and requests to it. */
export const endpointDetailsSchemas = {
  MetricSeries: {
    type: 'object',
    additionalProperties: false,
    required: ['metric', 'unit', 'values'],
    properties: {
      metric: {
        type: 'string',
        enum: [
          'invocations',
          'errors',
          'latency-p50',
          'latency-p95',
          'cpu',
          'memory',
        ],
      },
      unit: { type: 'string', enum: ['count', 'ms', 'percent'] },
      values: {
        type: 'array',
        items: { type: 'number', nullable: true },
        description: 'One for each period; null where nothing was measured.',
      },
    },
  },
  EndpointMetrics: {
    type: 'object',
    additionalProperties: false,
    required: ['key', 'series'],
    properties: {
      key: text,
      series: {
        type: 'array',
        items: { $ref: '#/components/schemas/MetricSeries' },
      },
    },
  },
  MetricsFailure: {
    type: 'object',
    additionalProperties: false,
    required: ['accountId', 'region', 'error'],
    properties: {
      accountId: text,
      region: text,
      error: { $ref: '#/components/schemas/CollectionError' },
    },
  },
  EndpointMetricsList: {
    type: 'object',
    additionalProperties: false,
    required: [
      'aws',
      'range',
      'from',
      'periodSeconds',
      'asOf',
      'items',
      'failures',
    ],
    properties: {
      aws: { $ref: '#/components/schemas/AwsConnection' },
      range: { type: 'string', enum: METRIC_RANGES },
      from: instant,
      periodSeconds: count,
      asOf: instant,
      items: {
        type: 'array',
        items: { $ref: '#/components/schemas/EndpointMetrics' },
      },
      failures: {
        type: 'array',
        items: { $ref: '#/components/schemas/MetricsFailure' },
      },
    },
  },
  EndpointRequest: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'title', 'method', 'url', 'auth'],
    properties: {
      id: text,
      title: text,
      method: text,
      url: text,
      auth,
      signingService: { type: 'string', enum: ['execute-api', 'sagemaker'] },
      contentType: text,
      body: text,
    },
  },
  TryItState: {
    type: 'object',
    additionalProperties: false,
    required: ['allowed'],
    properties: {
      allowed: flag,
      maxBodyBytes: count,
      reason: {
        type: 'string',
        enum: [
          'switched-off',
          'no-permission',
          'not-live',
          'not-reachable',
          'no-example',
        ],
      },
      message: text,
    },
  },
  EndpointDetails: {
    type: 'object',
    additionalProperties: false,
    required: ['aws', 'endpoint', 'alarms', 'requests', 'tryIt', 'collections'],
    properties: {
      aws: { $ref: '#/components/schemas/AwsConnection' },
      endpoint: { $ref: '#/components/schemas/Endpoint' },
      alarms: {
        type: 'array',
        items: { $ref: '#/components/schemas/Alarm' },
      },
      requests: {
        type: 'array',
        items: { $ref: '#/components/schemas/EndpointRequest' },
      },
      tryIt: { $ref: '#/components/schemas/TryItState' },
      collections: {
        type: 'array',
        items: { $ref: '#/components/schemas/CollectionState' },
      },
    },
  },
  TryEndpointRequest: {
    type: 'object',
    additionalProperties: false,
    required: ['request'],
    properties: {
      request: { type: 'string', minLength: 1, maxLength: 256 },
      body: { type: 'string', maxLength: 262_144 },
      contentType: { type: 'string', minLength: 1, maxLength: 256 },
      bearerToken: { type: 'string', minLength: 1, maxLength: 16_384 },
    },
  },
  TryEndpointResponse: {
    type: 'object',
    additionalProperties: false,
    required: [
      'status',
      'headers',
      'body',
      'truncated',
      'binary',
      'durationMs',
    ],
    properties: {
      status: count,
      headers: { type: 'object', additionalProperties: text },
      body: text,
      truncated: flag,
      binary: flag,
      durationMs: count,
    },
  },
} as const;
