/** Every status of an endpoint or a database. */
export const ENDPOINT_STATUSES = [
  'live',
  'updating',
  'degraded',
  'failed',
  'not-deployed',
  'unknown',
] as const;
