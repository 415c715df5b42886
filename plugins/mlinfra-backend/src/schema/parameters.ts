import { METRIC_RANGES } from '@mlinfra/plugin-mlinfra-common';
import { BUDGET_STATUSES } from './components';
import { ENDPOINT_KINDS } from './endpointKinds';
import { ENDPOINT_STATUSES } from './endpointStatuses';
import { NO_NUL } from './noNul';
import { RUN_STATUSES } from './runComponents';

/** The entity in a path, in any case. */
export const entityParameters = [
  pathParameter('kind'),
  pathParameter('namespace'),
  pathParameter('name'),
] as const;

const fleetParameters = [
  {
    name: 'cursor',
    in: 'query',
    required: false,
    allowReserved: true,
    description: 'Where to go on, as the page before said.',
    schema: { type: 'string', minLength: 1, maxLength: 4096 },
  },
  {
    name: 'limit',
    in: 'query',
    required: false,
    allowReserved: true,
    description: 'Most items of the page; 50 by default.',
    schema: { type: 'integer', minimum: 1, maximum: 100 },
  },
  {
    name: 'environment',
    in: 'query',
    required: false,
    allowReserved: true,
    schema: { type: 'string', minLength: 1, maxLength: 256, pattern: NO_NUL },
  },
  {
    name: 'accountId',
    in: 'query',
    required: false,
    allowReserved: true,
    schema: { type: 'string', pattern: '^[0-9]{12}$' },
  },
] as const;

export const endpointListParameters = [
  ...fleetParameters,
  {
    name: 'status',
    in: 'query',
    required: false,
    allowReserved: true,
    schema: { type: 'string', enum: ENDPOINT_STATUSES },
  },
  {
    name: 'kind',
    in: 'query',
    required: false,
    allowReserved: true,
    description: 'Only endpoints of this kind.',
    schema: { type: 'string', enum: ENDPOINT_KINDS },
  },
] as const;

export const budgetListParameters = [
  ...fleetParameters,
  {
    name: 'status',
    in: 'query',
    required: false,
    allowReserved: true,
    schema: { type: 'string', enum: BUDGET_STATUSES },
  },
] as const;

export const runListParameters = [
  ...fleetParameters,
  {
    name: 'status',
    in: 'query',
    required: false,
    allowReserved: true,
    schema: { type: 'string', enum: RUN_STATUSES },
  },
  {
    name: 'pipelineId',
    in: 'query',
    required: false,
    allowReserved: true,
    description: 'ARN of a state machine.',
    schema: { type: 'string', minLength: 1, maxLength: 512, pattern: NO_NUL },
  },
  {
    name: 'from',
    in: 'query',
    required: false,
    allowReserved: true,
    description: 'Started at or after.',
    schema: { type: 'string', minLength: 1, maxLength: 64 },
  },
  {
    name: 'to',
    in: 'query',
    required: false,
    allowReserved: true,
    description: 'Started before.',
    schema: { type: 'string', minLength: 1, maxLength: 64 },
  },
] as const;

/** The run in a path. */
export const runParameters = [pathParameter('id')] as const;

/** The endpoint in a path. */
export const endpointParameters = [pathParameter('key')] as const;

export const metricParameters = [
  {
    name: 'range',
    in: 'query',
    required: false,
    allowReserved: true,
    description:
      'How far back: 3 hours by the minute (the default), a day by 5 minutes, or 7 days by the hour.',
    schema: { type: 'string', enum: METRIC_RANGES },
  },
] as const;

const cursorParameter = fleetParameters[0];

const lineLimitParameter = {
  name: 'limit',
  in: 'query',
  required: false,
  allowReserved: true,
  description: 'Most items of the page; 200 by default.',
  schema: { type: 'integer', minimum: 1, maximum: 1000 },
} as const;

export const runEventParameters = [
  cursorParameter,
  lineLimitParameter,
] as const;

export const logParameters = [
  {
    name: 'step',
    in: 'query',
    required: true,
    allowReserved: true,
    description: 'Id of a step.',
    schema: { type: 'string', minLength: 1, maxLength: 64 },
  },
  {
    name: 'attempt',
    in: 'query',
    required: false,
    allowReserved: true,
    description: 'The last one by default.',
    schema: { type: 'integer', minimum: 1 },
  },
  cursorParameter,
  lineLimitParameter,
] as const;

function pathParameter<const Name extends string>(name: Name) {
  return {
    name,
    in: 'path',
    required: true,
    allowReserved: true,
    schema: { type: 'string', minLength: 1, maxLength: 256, pattern: NO_NUL },
  } as const;
}
