import { ENDPOINT_STATUSES } from './endpointStatuses';

const text = { type: 'string' } as const;
const count = { type: 'integer' } as const;
const flag = { type: 'boolean' } as const;
const instant = { type: 'string', format: 'date-time' } as const;

/** What an entity has beside its endpoints. */
export const databaseSchemas = {
  Database: {
    type: 'object',
    additionalProperties: false,
    required: [
      'id',
      'entityRef',
      'kind',
      'name',
      'status',
      'statusReason',
      'engine',
      'accountId',
      'region',
      'collectedAt',
    ],
    properties: {
      id: text,
      entityRef: text,
      kind: { type: 'string', enum: ['dynamodb-table', 'rds-instance'] },
      name: text,
      status: { type: 'string', enum: ENDPOINT_STATUSES },
      statusReason: text,
      engine: text,
      sizeBytes: count,
      itemCount: count,
      encrypted: flag,
      publiclyAccessible: flag,
      deletionProtection: flag,
      pointInTimeRecovery: flag,
      backupRetentionDays: count,
      multiAz: flag,
      stack: text,
      environment: text,
      accountId: text,
      accountName: text,
      region: text,
      consoleUrl: text,
      collectedAt: instant,
    },
  },
  Alarm: {
    type: 'object',
    additionalProperties: false,
    required: [
      'id',
      'entityRef',
      'name',
      'state',
      'reason',
      'actionsEnabled',
      'watches',
      'accountId',
      'region',
      'collectedAt',
    ],
    properties: {
      id: text,
      entityRef: text,
      name: text,
      description: text,
      state: { type: 'string', enum: ['ok', 'alarm', 'insufficient-data'] },
      reason: text,
      since: instant,
      metric: text,
      actionsEnabled: flag,
      watches: {
        type: 'array',
        description: 'Ids of endpoints and databases.',
        items: text,
      },
      stack: text,
      environment: text,
      accountId: text,
      accountName: text,
      region: text,
      consoleUrl: text,
      collectedAt: instant,
    },
  },
} as const;
