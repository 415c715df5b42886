import { createHash } from 'node:crypto';

const LENGTH = 22;

/** A run's id in URLs: 132 bits of the execution ARN's hash. */
export function runId(executionArn: string): string {
  return createHash('sha256')
    .update(executionArn)
    .digest('base64url')
    .slice(0, LENGTH);
}
