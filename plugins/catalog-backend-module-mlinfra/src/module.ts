import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { LocalRepositoriesEntityProvider } from './LocalRepositoriesEntityProvider';

/**
 * Registers the provider of local repositories where
 * `mlinfra.repositories.directory` is configured.
 *
 * @public
 */
export const catalogModuleMlinfra = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'mlinfra',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, logger, scheduler }) {
        const provider = LocalRepositoriesEntityProvider.fromConfig(config, {
          logger,
          scheduler,
        });
        if (provider) {
          catalog.addEntityProvider(provider);
        }
      },
    });
  },
});
