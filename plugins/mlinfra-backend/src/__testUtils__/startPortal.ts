import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type Permission,
} from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import mlinfraPlugin from '..';
import { openStores } from '../database/openStores';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** What a policy answers: for one entity, or without one for all at once. */
export type Policy = (
  permission: Permission,
  entityRef?: string,
) => AuthorizeResult;

export interface PortalOptions {
  entities?: Entity[];
  /** Refs that no user may read. */
  hidden?: string[];
  policy?: Policy;
  mlinfra?: JsonObject;
  aws?: JsonObject;
}

/** The plugin in a backend, on a database that the test can look into; nothing is collected by itself. */
export async function startPortal(options: PortalOptions = {}) {
  const knex = await databases.init('SQLITE_3');
  const stores = await openStores(mockServices.database({ knex }));
  const scheduler = mockServices.scheduler.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => event),
  });
  const policy: Policy = options.policy ?? (() => AuthorizeResult.ALLOW);
  const permissions = mockServices.permissions.mock({
    authorize: jest.fn(async requests =>
      requests.map(request => ({
        result: policy(request.permission, request.resourceRef) as
          | AuthorizeResult.ALLOW
          | AuthorizeResult.DENY,
      })),
    ),
    authorizeConditional: jest.fn(async requests =>
      requests.map(({ permission }) => {
        const result = policy(permission);
        return result === AuthorizeResult.CONDITIONAL
          ? {
              result,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: 'catalog-entity',
                params: { claims: [] },
              },
            }
          : { result };
      }),
    ),
  });
  const catalog = fakeCatalog(options);
  const { server } = await startTestBackend({
    features: [
      mlinfraPlugin,
      catalog.factory,
      scheduler.factory,
      auditor.factory,
      permissions.factory,
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: {
          aws: options.aws ?? {},
          mlinfra: options.mlinfra ?? {
            accounts: [
              {
                accountId: '111111111111',
                name: 'development',
                regions: ['eu-central-1'],
              },
            ],
          },
        },
      }),
    ],
  });
  return {
    server,
    stores,
    auditor,
    event,
    permissions,
    catalog,
    /** What the scheduler would run every few seconds. */
    collect: () => {
      const [task] = scheduler.scheduleTask.mock.calls[0];
      return task.fn(new AbortController().signal);
    },
    task: () => scheduler.scheduleTask.mock.calls[0][0],
  };
}

function fakeCatalog({ entities = [], hidden = [] }: PortalOptions) {
  const byRef = new Map(
    entities.map(entity => [stringifyEntityRef(entity), entity]),
  );
  const read = (ref: string, credentials: BackstageCredentials) => {
    const { type } = credentials.principal as BackstageUserPrincipal;
    return type === 'user' && hidden.includes(ref) ? undefined : byRef.get(ref);
  };
  return catalogServiceMock.mock({
    getEntityByRef: jest.fn(async (ref, requestOptions) =>
      read(
        typeof ref === 'string' ? ref : stringifyEntityRef(ref),
        (requestOptions as { credentials: BackstageCredentials }).credentials,
      ),
    ),
    getEntitiesByRefs: jest.fn(async ({ entityRefs }, requestOptions) => ({
      items: entityRefs.map(ref =>
        read(
          ref,
          (requestOptions as { credentials: BackstageCredentials }).credentials,
        ),
      ),
    })),
  });
}
