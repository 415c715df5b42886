const text = { type: 'string' } as const;
const integer = { type: 'integer' } as const;
const number = { type: 'number' } as const;
const flag = { type: 'boolean' } as const;
const instant = { type: 'string', format: 'date-time' } as const;
const texts = { type: 'array', items: text } as const;
const anyObject = { type: 'object', additionalProperties: true } as const;
const textByKey = { type: 'object', additionalProperties: text } as const;
const better = { type: 'string', enum: ['lower', 'higher'] } as const;
const unit = {
  type: 'string',
  enum: ['bytes', 'ms', 'ratio', 'count'],
} as const;

export const RUN_STATUSES = [
  'running',
  'succeeded',
  'failed',
  'rejected',
  'timed-out',
  'aborted',
  'pending-redrive',
  'unknown',
] as const;

const STEP_STATUSES = [
  'running',
  'succeeded',
  'failed',
  'caught',
  'timed-out',
  'aborted',
  'unknown',
] as const;

const summary = {
  id: text,
  name: text,
  status: { type: 'string', enum: RUN_STATUSES },
  startedAt: instant,
  stoppedAt: instant,
} as const;

/** The shapes of pipelines, runs and what belongs to them. */
export const runSchemas = {
  RunSummary: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'name', 'status', 'startedAt'],
    properties: summary,
  },
  PipelineContract: {
    type: 'object',
    additionalProperties: false,
    required: ['version', 'metrics'],
    properties: {
      version: { type: 'integer', enum: [1] },
      inputSchema: anyObject,
      exampleInput: anyObject,
      metrics: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['id', 'label', 'unit', 'better'],
          properties: { id: text, label: text, unit, better },
        },
      },
      resume: {
        type: 'object',
        additionalProperties: false,
        required: ['stepProperty', 'runProperty', 'steps'],
        properties: { stepProperty: text, runProperty: text, steps: textByKey },
      },
    },
  },
  Pipeline: {
    type: 'object',
    additionalProperties: false,
    required: [
      'id',
      'entityRef',
      'name',
      'type',
      'accountId',
      'region',
      'collectedAt',
    ],
    properties: {
      id: { type: 'string', description: 'ARN of the state machine' },
      entityRef: text,
      name: text,
      type: text,
      stack: text,
      environment: text,
      templateVersion: text,
      accountId: text,
      accountName: text,
      region: text,
      contract: { $ref: '#/components/schemas/PipelineContract' },
      contractProblem: text,
      latestRun: { $ref: '#/components/schemas/RunSummary' },
      runsCollectedAt: instant,
      runsError: { $ref: '#/components/schemas/CollectionError' },
      consoleUrl: text,
      collectedAt: instant,
    },
  },
  RunMetric: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'label', 'unit', 'better', 'steps'],
    properties: {
      id: text,
      label: text,
      unit,
      better,
      before: number,
      after: number,
      steps: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['step', 'value'],
          properties: { step: text, value: number },
        },
      },
    },
  },
  RunCost: {
    type: 'object',
    additionalProperties: false,
    required: ['accuracy', 'notes'],
    properties: {
      usd: { type: 'string', description: 'USD, a decimal' },
      accuracy: { type: 'string', enum: ['exact', 'at-most', 'partial'] },
      notes: texts,
    },
  },
  Run: {
    type: 'object',
    additionalProperties: false,
    required: [
      'id',
      'name',
      'status',
      'startedAt',
      'executionArn',
      'pipelineId',
      'pipelineName',
      'entityRef',
      'accountId',
      'region',
      'redriveCount',
      'collectedAt',
    ],
    properties: {
      ...summary,
      executionArn: text,
      pipelineId: text,
      pipelineName: text,
      entityRef: text,
      stack: text,
      environment: text,
      accountId: text,
      accountName: text,
      region: text,
      error: text,
      cause: text,
      failedState: text,
      redriveCount: integer,
      redrivenAt: instant,
      metrics: {
        type: 'array',
        items: { $ref: '#/components/schemas/RunMetric' },
      },
      cost: { $ref: '#/components/schemas/RunCost' },
      consoleUrl: text,
      collectedAt: instant,
    },
  },
  StepAttempt: {
    type: 'object',
    additionalProperties: false,
    required: ['number', 'status', 'startedAt', 'hasLog'],
    properties: {
      number: integer,
      status: { type: 'string', enum: STEP_STATUSES },
      startedAt: instant,
      endedAt: instant,
      error: text,
      cause: text,
      resourceArn: text,
      exitCode: integer,
      hasLog: flag,
    },
  },
  RunStep: {
    type: 'object',
    additionalProperties: false,
    required: [
      'id',
      'stateName',
      'stateType',
      'status',
      'enteredAt',
      'attempts',
    ],
    properties: {
      id: text,
      stateName: text,
      stateType: text,
      status: { type: 'string', enum: STEP_STATUSES },
      enteredAt: instant,
      exitedAt: instant,
      attempts: {
        type: 'array',
        items: { $ref: '#/components/schemas/StepAttempt' },
      },
      iteration: integer,
      input: text,
      output: text,
      error: text,
      cause: text,
      cost: { $ref: '#/components/schemas/RunCost' },
    },
  },
  RunEvent: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'at', 'type'],
    properties: {
      id: integer,
      at: instant,
      type: text,
      stateName: text,
      detail: text,
    },
  },
  PipelineGraph: {
    type: 'object',
    additionalProperties: false,
    required: ['states', 'transitions', 'problems'],
    properties: {
      states: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'type', 'start', 'end', 'retriesOn'],
          properties: {
            id: text,
            kind: {
              type: 'string',
              enum: [
                'Task',
                'Pass',
                'Choice',
                'Wait',
                'Succeed',
                'Fail',
                'Parallel',
                'Map',
                'unknown',
              ],
            },
            type: text,
            work: text,
            parent: text,
            branch: integer,
            start: flag,
            end: flag,
            comment: text,
            timeoutSeconds: number,
            retriesOn: texts,
          },
        },
      },
      transitions: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['from', 'to', 'kind'],
          properties: {
            from: text,
            to: text,
            kind: {
              type: 'string',
              enum: ['next', 'choice', 'default', 'catch'],
            },
            label: text,
          },
        },
      },
      problems: texts,
    },
  },
  RunRights: {
    type: 'object',
    additionalProperties: false,
    required: ['start', 'stop'],
    properties: { start: flag, stop: flag },
  },
} as const;
