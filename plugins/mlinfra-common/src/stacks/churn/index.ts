export * from './churn';
export * from './inputs';
export { CAPACITIES } from './capacity';
export type { Capacity } from './capacity';
export { SERVERLESS_MEMORY_MB } from './modelEndpoint';
export { CERTIFICATE_ARN_PATTERN } from './pageSettings';
export {
  METRICS_NAMESPACE_PATTERN,
  PARAMETER_PATH_PATTERN,
} from './optionalPermissions';
