import {
  entityParameters,
  logParameters,
  runEventParameters,
  runListParameters,
  runParameters,
} from './parameters';
import { actionErrors, listErrors, runErrors } from './responses';

/** The paths of runs. */
export const runPaths = {
  '/v1/entities/{kind}/{namespace}/{name}/runs': {
    get: {
      operationId: 'GetEntityRuns',
      description:
        'Pipelines of an entity and their runs, newest first, as last collected.',
      parameters: [...entityParameters, ...runListParameters],
      responses: {
        '200': answer('One page.', 'EntityRuns'),
        ...runErrors,
        '400': { $ref: '#/components/responses/BadRequest' },
      },
    },
    post: {
      operationId: 'StartRun',
      description: 'Starts a run of a pipeline of the entity.',
      parameters: entityParameters,
      requestBody: body('StartRunRequest'),
      responses: {
        '200': answer('The token had started this run before.', 'RunAction'),
        '201': answer('The run was started.', 'RunAction'),
        ...actionErrors,
        '400': { $ref: '#/components/responses/RefusedInput' },
      },
    },
  },
  '/v1/runs': {
    get: {
      operationId: 'ListRuns',
      description:
        'Runs of all entities that the caller may see, newest first.',
      parameters: runListParameters,
      responses: { '200': answer('One page.', 'RunPage'), ...listErrors },
    },
  },
  '/v1/runs/{id}': {
    get: {
      operationId: 'GetRun',
      description:
        'A run with its steps, as last read. Asking lets the run be followed for a while.',
      parameters: runParameters,
      responses: { '200': answer('The run.', 'RunDetails'), ...runErrors },
    },
  },
  '/v1/runs/{id}/events': {
    get: {
      operationId: 'GetRunEvents',
      description: 'The history of a run, oldest event first.',
      parameters: [...runParameters, ...runEventParameters],
      responses: {
        '200': answer('One page.', 'RunEventPage'),
        ...runErrors,
        '400': { $ref: '#/components/responses/BadRequest' },
      },
    },
  },
  '/v1/runs/{id}/logs': {
    get: {
      operationId: 'GetRunLogs',
      description:
        'The newest lines of a step’s log, oldest first, asked of AWS.',
      parameters: [...runParameters, ...logParameters],
      responses: {
        '200': answer('The lines, or why there are none.', 'RunLogs'),
        ...runErrors,
        '400': { $ref: '#/components/responses/BadRequest' },
        '429': { $ref: '#/components/responses/TooManyRequests' },
      },
    },
  },
  '/v1/runs/{id}/stop': {
    post: {
      operationId: 'StopRun',
      description: 'Stops a run that goes on.',
      parameters: runParameters,
      requestBody: body('StopRunRequest'),
      responses: {
        '200': answer('The run was stopped.', 'RunAction'),
        ...actionErrors,
      },
    },
  },
  '/v1/runs/{id}/redrive': {
    post: {
      operationId: 'RedriveRun',
      description: 'Lets a run go on where it did not succeed.',
      parameters: runParameters,
      requestBody: body('RedriveRunRequest'),
      responses: {
        '200': answer('The run goes on.', 'RunAction'),
        ...actionErrors,
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

function body<const Name extends string>(name: Name) {
  return {
    required: true,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${name}` },
      },
    },
  } as const;
}
