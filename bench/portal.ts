import { randomBytes } from 'node:crypto';
import { createBackend } from '@backstage/backend-defaults';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import mlinfraPlugin from '../plugins/mlinfra-backend/src';
import { staticCatalog } from '../plugins/scaffolder-backend-module-mlinfra/dev/dryRun/staticCatalog';

/** The mlinfra backend in this process, over HTTP. */
export interface BenchPortal {
  get(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * Starts the real mlinfra backend with a catalog of given entities, reading one
 * account and region every few seconds.
 */
export async function startBenchPortal(options: {
  /** Absent: no AWS is connected. */
  accountId?: string;
  region?: string;
  entities: Entity[];
  /** Backstage's `backend.database`; SQLite in memory by default. */
  database?: JsonObject;
}): Promise<BenchPortal> {
  // A report is wanted, not the log of a backend.
  process.env.LOG_LEVEL ??= 'error';
  const token = randomBytes(24).toString('hex');
  let port: (() => number) | undefined;
  const frequent = { frequency: { seconds: 4 }, timeout: { minutes: 2 } };
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () =>
        new ConfigReader({
          backend: {
            baseUrl: 'http://localhost:7007',
            listen: { host: '127.0.0.1', port: 0 },
            database: options.database ?? {
              client: 'better-sqlite3',
              connection: ':memory:',
            },
            auth: {
              externalAccess: [
                { type: 'static', options: { token, subject: 'bench' } },
              ],
            },
          },
          mlinfra: {
            accounts: options.accountId
              ? [
                  {
                    accountId: options.accountId,
                    regions: [options.region ?? ''],
                  },
                ]
              : [],
            schedules: { inventory: frequent, budgets: frequent },
          },
        }),
    }),
  );
  backend.add(
    rootHttpRouterServiceFactory({
      configure: context => {
        port = () => {
          const address = context.server.address();
          return typeof address === 'object' && address ? address.port : 0;
        };
        context.applyDefaults();
      },
    }),
  );
  backend.add(staticCatalog(options.entities));
  backend.add(mlinfraPlugin);
  await backend.start();
  return {
    async get(path) {
      const response = await fetch(
        `http://127.0.0.1:${port?.()}/api/mlinfra/v1${path}`,
        { headers: { Authorization: `Bearer ${token}` } },
      );
      if (!response.ok) {
        throw new Error(`${path} answered ${await response.text()}`);
      }
      return response.json();
    },
    stop: () => backend.stop(),
  };
}
