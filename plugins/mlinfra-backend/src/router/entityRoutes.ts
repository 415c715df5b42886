import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  type CollectorId,
  type EntityBudgetsResponse,
  type EntityEndpointsResponse,
  type EntitySummaryResponse,
  MLINFRA_ANNOTATIONS,
  mlinfraCostReadPermission,
  mlinfraInventoryReadPermission,
} from '@mlinfra/plugin-mlinfra-common';
import { awsConnection, withAccountName } from '../config/accountNames';
import { inForceFirst } from './alarmOrder';
import { missingPermission } from './EntityAccess';
import type { MlinfraRouter } from './MlinfraRouter';
import type { RouteContext } from './routerOptions';

/** Runs that started within this time are counted. */
const SUMMARY_PERIOD_MS = 30 * 24 * 60 * 60 * 1_000;

/** What one entity has. */
export function addEntityRoutes(router: MlinfraRouter, context: RouteContext) {
  const { config, httpAuth, access, states } = context;

  router.get(
    '/v1/entities/:kind/:namespace/:name/summary',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req);
      const entityRef = stringifyEntityRef(req.params);
      const entity = await access.readable(entityRef, credentials);
      const [inventory, cost] = await access.allowed(
        [mlinfraInventoryReadPermission, mlinfraCostReadPermission],
        entityRef,
        credentials,
      );
      if (!inventory && !cost) {
        throw missingPermission(
          `${mlinfraInventoryReadPermission.name} or ${mlinfraCostReadPermission.name}`,
          entityRef,
        );
      }
      const annotations = entity.metadata.annotations ?? {};
      const collectors: CollectorId[] = [
        ...(inventory ? (['inventory', 'runs'] as const) : []),
        ...(cost ? ['budgets' as const] : []),
      ];
      const summary: EntitySummaryResponse = {
        entityRef,
        aws: awsConnection(config),
        stacks: listed(annotations[MLINFRA_ANNOTATIONS.stacks]),
        environments: listed(annotations[MLINFRA_ANNOTATIONS.environments]),
        templateVersion: annotations[MLINFRA_ANNOTATIONS.templateVersion],
        endpoints: inventory
          ? counts(await context.endpoints.countsOfEntity(entityRef))
          : undefined,
        databases: inventory
          ? counts(await context.databases.countsOfEntity(entityRef))
          : undefined,
        alarms: inventory
          ? counts(await context.alarms.countsOfEntity(entityRef))
          : undefined,
        budgets: cost
          ? counts(await context.budgets.countsOfEntity(entityRef))
          : undefined,
        runs: inventory
          ? counts(
              await context.runs.countsOfEntity(
                entityRef,
                new Date(Date.now() - SUMMARY_PERIOD_MS).toISOString(),
              ),
            )
          : undefined,
        collections: await states.ofEntity(entity, collectors),
      };
      res.json(summary);
    },
  );

  router.get(
    '/v1/entities/:kind/:namespace/:name/endpoints',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req);
      const entityRef = stringifyEntityRef(req.params);
      const entity = await access.readable(entityRef, credentials);
      await access.require(
        mlinfraInventoryReadPermission,
        entityRef,
        credentials,
      );
      const [items, databases, alarms] = await Promise.all([
        context.endpoints.ofEntity(entityRef),
        context.databases.ofEntity(entityRef),
        context.alarms.ofEntity(entityRef),
      ]);
      const response: EntityEndpointsResponse = {
        entityRef,
        aws: awsConnection(config),
        items: items.map(item => withAccountName(config, item)),
        databases: databases.map(each => withAccountName(config, each)),
        alarms: inForceFirst(alarms).map(each => withAccountName(config, each)),
        collections: await states.ofEntity(entity, ['inventory']),
      };
      res.json(response);
    },
  );

  router.get(
    '/v1/entities/:kind/:namespace/:name/budgets',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req);
      const entityRef = stringifyEntityRef(req.params);
      const entity = await access.readable(entityRef, credentials);
      await access.require(mlinfraCostReadPermission, entityRef, credentials);
      const items = await context.budgets.ofEntity(entityRef);
      const response: EntityBudgetsResponse = {
        entityRef,
        aws: awsConnection(config),
        items: items.map(item => withAccountName(config, item)),
        collections: await states.ofEntity(entity, ['budgets']),
      };
      res.json(response);
    },
  );
}

function counts(byStatus: Record<string, number>) {
  const total = Object.values(byStatus).reduce((sum, each) => sum + each, 0);
  return { total, byStatus };
}

function listed(annotation: string | undefined): string[] {
  return (annotation ?? '')
    .split(',')
    .map(each => each.trim())
    .filter(each => each !== '');
}
