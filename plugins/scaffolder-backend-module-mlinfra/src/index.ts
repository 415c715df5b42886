/**
 * Scaffolder actions that render, verify and publish a team's infrastructure
 * repository.
 *
 * @packageDocumentation
 */
export { scaffolderModuleMlinfra as default } from './module';
