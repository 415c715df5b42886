import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { mlinfraPermissions } from '@mlinfra/plugin-mlinfra-common';
import { connectAws } from './aws/connectAws';
import { ClaimChecker } from './claims/ClaimChecker';
import { CollectionRunner } from './collection/CollectionRunner';
import { CollectionStates } from './collection/CollectionStates';
import { configuredTargets } from './collection/configuredTargets';
import { RefreshRequests } from './collection/RefreshRequests';
import { syncTargets } from './collection/syncTargets';
import { TargetCollection } from './collection/TargetCollection';
import { BudgetsCollector } from './collectors/BudgetsCollector';
import { InventoryCollector } from './collectors/InventoryCollector';
import { readMlinfraConfig } from './config/readMlinfraConfig';
import { openStores } from './database/openStores';
import { createRouter } from './router/createRouter';

/**
 * Collects what runs in AWS and what it costs, and serves it under
 * `/api/mlinfra`.
 *
 * @public
 */
export const mlinfraPlugin = createBackendPlugin({
  pluginId: 'mlinfra',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, catalog, logger, rootConfig } = deps;
        const config = readMlinfraConfig(rootConfig);
        const aws = connectAws(rootConfig, config.aws);
        const stores = await openStores(deps.database);
        const { endpoints, budgets, targets, refreshes, collections } = stores;
        const claims = new ClaimChecker(catalog, auth);

        deps.permissionsRegistry.addPermissions(mlinfraPermissions);
        deps.httpRouter.use(
          createRouter({
            ...deps,
            config,
            endpoints,
            budgets,
            collections,
            states: new CollectionStates(config, targets),
            refreshRequests: new RefreshRequests({
              config,
              targets,
              refreshes,
              stores: { inventory: endpoints, budgets },
            }),
          }),
        );

        await syncTargets({
          ...stores,
          wanted: configuredTargets(config),
          now: new Date().toISOString(),
        });
        const collection = new TargetCollection({
          ...stores,
          logger,
          config,
          identity: aws.identity,
          collectors: {
            inventory: new InventoryCollector(aws.inventory, claims),
            budgets: new BudgetsCollector(aws.budgets, claims),
          },
        });
        const runner = new CollectionRunner(config, targets, collection);
        await runner.schedule(deps.scheduler);
      },
    });
  },
});
