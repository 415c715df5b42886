/** Every kind of endpoint. */
export const ENDPOINT_KINDS = [
  'rest-api',
  'http-api',
  'ecs-service',
  'sagemaker-endpoint',
] as const;
