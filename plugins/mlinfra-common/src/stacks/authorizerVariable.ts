import type { z } from 'zod';
import type { authorizerSchema } from './authorizer';

/** The Terraform variable `authorizer`. A form may still send the issuer that was typed before the choice went back to IAM. */
export function authorizerVariable(chosen: z.output<typeof authorizerSchema>) {
  return chosen.type === 'jwt'
    ? {
        type: chosen.type,
        issuer: chosen.issuer ?? null,
        audience: chosen.audience,
      }
    : { type: chosen.type, issuer: null, audience: null };
}
