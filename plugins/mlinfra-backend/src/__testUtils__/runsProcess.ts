import { mockServices } from '@backstage/backend-test-utils';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { connectAws } from '../aws/connectAws';
import { ClaimChecker } from '../claims/ClaimChecker';
import { RunsCollector } from '../collectors/RunsCollector';
import type { AccountConfig } from '../config/MlinfraConfig';
import { followRuns } from '../runs/collect/followRuns';
import { Redactor } from '../runs/redaction/Redactor';
import type { freshStores } from './databases';
import { accountConfig, mlinfraConfig } from './mlinfraConfig';

type Stores = Awaited<ReturnType<typeof freshStores>>;

const ACCOUNT = '111111111111';
const REGION = 'eu-central-1';

/** A backend process, as far as runs are concerned, on a database that it shares with others. */
export function runsProcess(
  stores: Stores,
  options: {
    entities: Entity[];
    account?: Partial<AccountConfig>;
    quotaShare?: number;
  },
) {
  const account = accountConfig(ACCOUNT, options.account);
  const config = mlinfraConfig([account]);
  const rootConfig = mockServices.rootConfig({
    data: {
      aws: {
        accounts: [
          { accountId: ACCOUNT, accessKeyId: 'AKIAMAIN', secretAccessKey: 'x' },
        ],
      },
    },
  });
  const aws = connectAws(rootConfig, config.aws, options.quotaShare ?? 1);
  const refs = new Map(
    options.entities.map(entity => [stringifyEntityRef(entity), entity]),
  );
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(ref => refs.get(ref)),
    }),
    getEntityByRef: async ref =>
      refs.get(typeof ref === 'string' ? ref : stringifyEntityRef(ref)),
  });
  const auth = mockServices.auth.mock({
    getOwnServiceCredentials: async () => ({
      $$type: '@backstage/BackstageCredentials',
      principal: { type: 'service', subject: 'plugin:mlinfra' },
    }),
  });
  const notifications = { send: jest.fn(async () => {}) };
  const signals = { publish: jest.fn(async () => {}) };
  const redactor = new Redactor();
  const collector = new RunsCollector({
    ...stores,
    source: aws.executions,
    claims: new ClaimChecker(catalog, auth),
    redactor,
    retentionMs: config.runs.retentionMs,
    ...config.schedules.runs,
  });
  const key = {
    collector: 'runs',
    accountId: ACCOUNT,
    region: REGION,
  } as const;
  const followers = followRuns({
    stores,
    source: aws.executions,
    config,
    redactor,
    catalog,
    auth,
    notifications,
    signals,
    logger: mockServices.logger.mock(),
  });
  return {
    refs,
    notifications,
    signals,
    watch: followers.watch,
    /** What a collection of the region does and stores. */
    async collect(refreshes: Map<string, string> = new Map()) {
      const now = new Date().toISOString();
      const output = await collector.collect({
        account,
        call: { ...key, signal: new AbortController().signal },
        details: await stores.collections.details(key),
        earlier: [],
        refreshes,
        now,
      });
      await stores.knex.transaction(transaction =>
        stores.collections.replace(transaction, key, output, now),
      );
      return output;
    },
    follow: () => followers.follower.run(new AbortController().signal),
  };
}
