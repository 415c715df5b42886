import type { EnvironmentId } from '@mlinfra/plugin-mlinfra-common';

/** Environments in which a mistake is seen by customers. */
const PRODUCTION = /^(prod|production|live)$/i;

/** Whether acting in an environment deserves a second look. */
export function isProduction(environment: EnvironmentId | undefined): boolean {
  return environment !== undefined && PRODUCTION.test(environment);
}
