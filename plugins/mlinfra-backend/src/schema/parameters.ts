import { BUDGET_STATUSES, ENDPOINT_STATUSES } from './components';

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
    schema: { type: 'string', minLength: 1, maxLength: 256 },
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

function pathParameter<const Name extends string>(name: Name) {
  return {
    name,
    in: 'path',
    required: true,
    allowReserved: true,
    schema: { type: 'string', minLength: 1, maxLength: 256 },
  } as const;
}
