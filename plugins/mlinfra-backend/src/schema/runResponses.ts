import { NO_NUL } from './noNul';

const text = { type: 'string' } as const;
const instant = { type: 'string', format: 'date-time' } as const;
const pageInfo = { $ref: '#/components/schemas/PageInfo' } as const;
const runs = {
  type: 'array',
  items: { $ref: '#/components/schemas/Run' },
} as const;
const clientToken = {
  type: 'string',
  description: 'A UUID; the same one acts once only.',
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
} as const;

/** What the routes of runs take and answer. */
export const runBodies = {
  RefusedRequest: {
    type: 'object',
    required: ['error'],
    properties: {
      error: {
        type: 'object',
        required: ['name', 'message'],
        properties: {
          name: text,
          message: text,
          fields: {
            type: 'array',
            description:
              'What does not fit the contract of the pipeline, where that is the reason.',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['path', 'message'],
              properties: {
                path: {
                  type: 'array',
                  items: text,
                  description:
                    'Names that lead to the field; empty for the input as a whole.',
                },
                message: text,
              },
            },
          },
        },
      },
    },
  },
  EntityRuns: {
    type: 'object',
    additionalProperties: false,
    required: [
      'entityRef',
      'aws',
      'pipelines',
      'items',
      'pageInfo',
      'collections',
      'rights',
    ],
    properties: {
      entityRef: text,
      aws: { $ref: '#/components/schemas/AwsConnection' },
      pipelines: {
        type: 'array',
        items: { $ref: '#/components/schemas/Pipeline' },
      },
      items: runs,
      pageInfo,
      collections: {
        type: 'array',
        items: { $ref: '#/components/schemas/CollectionState' },
      },
      rights: { $ref: '#/components/schemas/RunRights' },
    },
  },
  RunPage: {
    type: 'object',
    additionalProperties: false,
    required: ['items', 'pageInfo'],
    properties: { items: runs, pageInfo },
  },
  RunDetails: {
    type: 'object',
    additionalProperties: false,
    required: ['run', 'steps', 'history', 'redrive', 'rights', 'channel'],
    properties: {
      run: { $ref: '#/components/schemas/Run' },
      pipeline: { $ref: '#/components/schemas/Pipeline' },
      graph: { $ref: '#/components/schemas/PipelineGraph' },
      graphProblem: text,
      steps: { type: 'array', items: { $ref: '#/components/schemas/RunStep' } },
      input: { type: 'string', description: 'JSON, redacted' },
      output: { type: 'string', description: 'JSON, redacted' },
      history: {
        type: 'object',
        additionalProperties: false,
        required: ['state', 'events'],
        properties: {
          state: {
            type: 'string',
            enum: ['reading', 'partial', 'complete', 'failed'],
          },
          readAt: instant,
          events: { type: 'integer' },
          problem: text,
        },
      },
      redrive: {
        type: 'object',
        additionalProperties: false,
        required: ['possible', 'reason'],
        properties: {
          possible: { type: 'boolean' },
          reason: text,
          until: instant,
          startAgain: {
            type: 'object',
            additionalProperties: false,
            required: ['stateName', 'input'],
            properties: {
              stateName: text,
              input: { type: 'object', additionalProperties: true },
            },
          },
        },
      },
      rights: { $ref: '#/components/schemas/RunRights' },
      channel: text,
    },
  },
  RunEventPage: {
    type: 'object',
    additionalProperties: false,
    required: ['items', 'pageInfo'],
    properties: {
      items: {
        type: 'array',
        items: { $ref: '#/components/schemas/RunEvent' },
      },
      pageInfo,
    },
  },
  RunLogs: {
    type: 'object',
    additionalProperties: false,
    required: ['lines', 'logGroup'],
    properties: {
      lines: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['at', 'message'],
          properties: { at: instant, message: text },
        },
      },
      previousCursor: text,
      logGroup: text,
      logStream: text,
      problem: text,
    },
  },
  StartRunRequest: {
    type: 'object',
    additionalProperties: false,
    required: ['pipelineId', 'input', 'clientToken'],
    properties: {
      pipelineId: {
        type: 'string',
        minLength: 1,
        maxLength: 512,
        pattern: NO_NUL,
      },
      input: { type: 'object', additionalProperties: true },
      clientToken,
    },
  },
  StopRunRequest: {
    type: 'object',
    additionalProperties: false,
    properties: { reason: { type: 'string', maxLength: 1000 } },
  },
  RedriveRunRequest: {
    type: 'object',
    additionalProperties: false,
    required: ['clientToken'],
    properties: { clientToken },
  },
  RunAction: {
    type: 'object',
    additionalProperties: false,
    required: ['run'],
    properties: { run: { $ref: '#/components/schemas/Run' } },
  },
} as const;
