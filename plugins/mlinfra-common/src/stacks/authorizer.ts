import { z } from 'zod';
import { emptyAsMissing } from './emptyAsMissing';

/** Shape of the address of a token issuer. @public */
export const JWT_ISSUER_PATTERN =
  '^https://[a-zA-Z0-9]([a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?(:[0-9]{1,5})?(/[A-Za-z0-9._~!$&()*+,;=:@%-]{1,200})*/?$';

/** Shape of an audience that a token may be for. @public */
export const JWT_AUDIENCE_PATTERN = '^[A-Za-z0-9._~:/?#@!$&()*+,;=%-]{1,256}$';

/** Who may call the API: callers of AWS (`iam`), or bearers of a token (`jwt`). */
export const authorizerSchema = z
  .strictObject({
    type: z.enum(['iam', 'jwt']).default('iam'),
    issuer: emptyAsMissing(
      z
        .string()
        .max(500)
        .regex(
          new RegExp(JWT_ISSUER_PATTERN),
          'must be the https address that the tokens name as their issuer (iss), without a query',
        ),
    ),
    audience: z
      .array(
        z
          .string()
          .regex(
            new RegExp(JWT_AUDIENCE_PATTERN),
            'must be 1 to 256 characters of an address or an id, without spaces',
          ),
      )
      .max(10)
      .default([]),
  })
  .prefault({})
  .superRefine(({ type, issuer, audience }, context) => {
    if (type !== 'jwt') {
      return;
    }
    if (!issuer) {
      context.addIssue({
        code: 'custom',
        path: ['issuer'],
        message:
          'is missing: API Gateway must know who issues the tokens; give the https address of the issuer, or choose iam',
      });
    }
    if (audience.length === 0) {
      context.addIssue({
        code: 'custom',
        path: ['audience'],
        message:
          'is empty: without it every token of the issuer would open the API; name the audience (aud) of yours, or choose iam',
      });
    }
  });
