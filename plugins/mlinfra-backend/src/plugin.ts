import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
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
import { RunsCollector } from './collectors/RunsCollector';
import { readMlinfraConfig } from './config/readMlinfraConfig';
import { openStores } from './database/openStores';
import { createRouter } from './router/createRouter';
import { followRuns } from './runs/collect/followRuns';
import { Redactor } from './runs/redaction/Redactor';

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
        cache: coreServices.cache,
        catalog: catalogServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { auth, catalog, logger, rootConfig } = deps;
        const config = readMlinfraConfig(rootConfig);
        const aws = connectAws(rootConfig, config.aws, config.runs.quotaShare);
        const stores = await openStores(deps.database, config.runs);
        const { endpoints, budgets, targets, refreshes } = stores;
        const redactor = new Redactor(config.runs.redact);
        const claims = new ClaimChecker(catalog, auth);

        const follower = followRuns({
          ...deps,
          stores,
          config,
          redactor,
          source: aws.executions,
        });

        deps.permissionsRegistry.addPermissions(mlinfraPermissions);
        deps.httpRouter.use(
          createRouter({
            ...deps,
            ...stores,
            config,
            redactor,
            executions: aws.executions,
            metrics: aws.metrics,
            invocations: aws.invocations,
            runWatch: follower.watch,
            states: new CollectionStates(config, targets),
            refreshRequests: new RefreshRequests({
              config,
              targets,
              refreshes,
              stores: {
                inventory: [endpoints, stores.databases, stores.alarms],
                budgets: [budgets],
                runs: [stores.pipelines],
              },
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
            runs: new RunsCollector({
              ...stores,
              source: aws.executions,
              claims,
              redactor,
              retentionMs: config.runs.retentionMs,
              ...config.schedules.runs,
            }),
          },
        });
        const runner = new CollectionRunner(config, targets, collection);
        await runner.schedule(deps.scheduler);
        await follower.schedule(deps.scheduler);
      },
    });
  },
});
