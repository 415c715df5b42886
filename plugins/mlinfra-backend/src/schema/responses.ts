/** Answers that are no success, in Backstage's own form. */
export const responses = {
  BadRequest: { description: 'The request cannot be understood.' },
  RefusedInput: {
    description:
      'The input does not fit what the pipeline takes, or the request cannot be understood.',
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/RefusedRequest' },
      },
    },
  },
  NotAllowed: { description: 'The permission for this is missing.' },
  NotFound: {
    description: 'There is no such thing that the caller may see.',
  },
  Conflict: {
    description: 'It is not possible as things are; the message says why.',
  },
  TooManyRequests: {
    description: 'The caller asks too often, and may in a moment.',
    headers: {
      'Retry-After': {
        description: 'Seconds until the next request is taken.',
        schema: { type: 'integer' },
      },
    },
  },
  Unavailable: {
    description: 'AWS cannot be asked; the message says what to do.',
  },
} as const;

export const entityErrors = {
  '403': { $ref: '#/components/responses/NotAllowed' },
  '404': { $ref: '#/components/responses/NotFound' },
} as const;

export const listErrors = {
  '400': { $ref: '#/components/responses/BadRequest' },
  '403': { $ref: '#/components/responses/NotAllowed' },
} as const;

export const runErrors = entityErrors;

export const metricErrors = {
  ...entityErrors,
  '400': { $ref: '#/components/responses/BadRequest' },
  '429': { $ref: '#/components/responses/TooManyRequests' },
} as const;

export const actionErrors = {
  ...entityErrors,
  '400': { $ref: '#/components/responses/BadRequest' },
  '409': { $ref: '#/components/responses/Conflict' },
  '503': { $ref: '#/components/responses/Unavailable' },
} as const;

export const tryErrors = {
  ...actionErrors,
  '429': { $ref: '#/components/responses/TooManyRequests' },
} as const;
