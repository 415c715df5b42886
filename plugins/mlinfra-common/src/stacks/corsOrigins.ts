import { z } from 'zod';
import type { PerEnvironment } from './stackEnvironments';

/** Shape of an origin that may call the API from a browser. @public */
export const CORS_ORIGIN_PATTERN =
  '^(\\*|https://[a-zA-Z0-9]([a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?(:[0-9]{1,5})?|http://(localhost|127\\.0\\.0\\.1)(:[0-9]{1,5})?)$';

/** The origins that may call an API from a browser. */
export const corsOrigins = z
  .array(
    z
      .string()
      .regex(
        new RegExp(CORS_ORIGIN_PATTERN),
        'must be https://<host>[:port] or http://localhost[:port], without a path or a slash at the end',
      ),
  )
  .max(20)
  .refine(
    origins => !origins.includes('*') || origins.length === 1,
    'holds "*" beside other origins; "*" already means every origin',
  );

/** Adds an issue where every website could call prod. */
export function refuseEveryOriginInProd(
  inputs: { corsAllowedOrigins: PerEnvironment<string[]> },
  context: z.core.$RefinementCtx,
): void {
  if (inputs.corsAllowedOrigins.prod.includes('*')) {
    context.addIssue({
      code: 'custom',
      path: ['corsAllowedOrigins', 'prod'],
      message:
        'holds "*", which lets every website call the API and is refused in prod; list the origins, or none',
    });
  }
}
