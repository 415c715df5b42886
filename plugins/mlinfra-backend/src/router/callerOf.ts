import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Who asks, as a key for limits. */
export function callerOf({ principal }: BackstageCredentials): string {
  return JSON.stringify(principal);
}
