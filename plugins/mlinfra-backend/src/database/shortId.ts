import { createHash } from 'node:crypto';

const LENGTH = 22;

/** An ARN's short form for addresses: 132 bits of its hash. */
export function shortId(arn: string): string {
  return createHash('sha256').update(arn).digest('base64url').slice(0, LENGTH);
}
