/**
 * Puts repositories that live in a directory, without a git host, into the
 * catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleMlinfra as default } from './module';
export {
  LocalRepositoriesEntityProvider,
  type LocalRepositoriesEntityProviderOptions,
} from './LocalRepositoriesEntityProvider';
