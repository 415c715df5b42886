import { z } from 'zod';

// The starter service answers these.
const STARTER_ROUTES = [
  'GET /health',
  'POST /predictions',
  'GET /predictions/{id}',
  'POST /files',
];

/** What the API lets through to the service, each as a method and a path. */
export const routes = z
  .array(
    z
      .string()
      .max(200)
      .regex(
        /^(GET|POST|PUT|PATCH|DELETE|HEAD) (\/([A-Za-z0-9._-]+|\{[A-Za-z0-9._-]+\}))+$/,
        'must be a method, a space and a path, such as POST /predictions or GET /predictions/{id}',
      ),
  )
  .min(1)
  .max(50)
  .refine(
    given => new Set(given).size === given.length,
    'names a route twice; the API takes each once',
  )
  .default(STARTER_ROUTES);
