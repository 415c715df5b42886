/** Answers that are no success, in Backstage's own form. */
export const responses = {
  BadRequest: { description: 'The request cannot be understood.' },
  NotAllowed: { description: 'The permission for this is missing.' },
  NotFound: {
    description: 'The catalog has no such entity that the caller may read.',
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
