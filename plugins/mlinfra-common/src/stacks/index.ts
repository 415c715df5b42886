export * from './stackIds';
export * from './stackEndpoints';
export * from './stackExamples';
export {
  STACK_ENVIRONMENTS,
  DEFAULT_MONTHLY_BUDGET_USD,
  environmentTargetsSchema,
  chosenEnvironments,
  isFirstInRegion,
} from './stackEnvironments';
export type {
  StackEnvironment,
  PerEnvironment,
  EnvironmentTargets,
  EnvironmentTarget,
} from './stackEnvironments';
export * from './repositoryIdentity';
export * from './stateBucketName';
export * from './bootstrapVariables';
export * from './stackDefinition';
export * from './stackDefinitions';
export { CORS_ORIGIN_PATTERN } from './corsOrigins';
export { JWT_ISSUER_PATTERN, JWT_AUDIENCE_PATTERN } from './authorizer';
export * from './fargateSizes';
export * from './network';
export { LOG_RETENTION_DAYS } from './logRetentionDays';
export * from './inferenceApi';
export * from './compressionPipeline';
export * from './churn';
export * from './predictor';
export * from './platformBaseline';
export * from './foundation';
export * from './repository';
