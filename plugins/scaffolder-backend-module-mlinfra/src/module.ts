import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createPublishLocalAction } from './actions/publishLocal/publishLocal';
import { createRenderRepositoryAction } from './actions/renderRepository/renderRepository';
import { createVerifyTerraformAction } from './actions/verifyTerraform/verifyTerraform';

/**
 * Adds the actions that render, verify and publish a team's infrastructure
 * repository.
 *
 * @public
 */
export const scaffolderModuleMlinfra = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'mlinfra',
  register(env) {
    env.registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        reader: coreServices.urlReader,
      },
      async init({ scaffolder, catalog, config, reader }) {
        scaffolder.addActions(
          createRenderRepositoryAction({
            catalog,
            config,
            reader,
            integrations: ScmIntegrations.fromConfig(config),
          }),
          createVerifyTerraformAction({ config }),
          createPublishLocalAction({ config, catalog }),
        );
      },
    });
  },
});
