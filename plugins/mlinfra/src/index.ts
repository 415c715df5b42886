/**
 * Entity cards, an entity tab and pages that show what a team runs in AWS and
 * what it costs; for apps of the old frontend system.
 *
 * @packageDocumentation
 */
export {
  mlinfraPlugin,
  MlinfraPage,
  EntityMlinfraContent,
  EntityMlinfraEndpointsCard,
  EntityMlinfraBudgetCard,
  EntityMlinfraRunsCard,
  MlinfraServiceNameFieldExtension,
  MlinfraEnvironmentFieldExtension,
} from './plugin';
export { mlinfraApiRef } from './api/mlinfraApiRef';
export { isMlinfraAvailable } from './api/isMlinfraAvailable';
export { isPipelineAvailable } from './api/isPipelineAvailable';
