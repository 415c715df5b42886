import { mockServices } from '@backstage/backend-test-utils';
import { CollectionRunner } from '../collection/CollectionRunner';
import { configuredTargets } from '../collection/configuredTargets';
import { syncTargets } from '../collection/syncTargets';
import { TargetCollection } from '../collection/TargetCollection';
import type {
  CollectionInput,
  CollectionOutput,
} from '../collectors/Collector';
import type { MlinfraConfig } from '../config/MlinfraConfig';
import type { freshStores } from './databases';
import { accountConfig, mlinfraConfig } from './mlinfraConfig';

type Stores = Awaited<ReturnType<typeof freshStores>>;
/** What a collector does. */
export type Collect = (input: CollectionInput) => Promise<CollectionOutput>;

/** Two accounts, three places. */
export const config = mlinfraConfig([
  accountConfig('111111111111'),
  accountConfig('222222222222', { regions: ['eu-central-1', 'us-east-1'] }),
]);
/** A collection that found nothing. */
export const empty: CollectionOutput = {
  rows: [],
  rejected: [],
  details: [],
  incomplete: false,
};
/** Of a process that is not shut down. */
export const idle = new AbortController().signal;

/** A collection that found one endpoint. */
export function endpoint(
  { call, now }: CollectionInput,
  id = 'e',
): CollectionOutput {
  const row = {
    id: `${id} ${call.region}`,
    entityRef: 'component:default/a',
    status: 'live',
    content: { accountId: call.accountId, collectedAt: now },
  };
  return { ...empty, rows: [row] };
}

/** A process with its own services, on a database that it shares. */
export function replica(
  stores: Stores,
  collect: Collect,
  own: MlinfraConfig = config,
  confirm: (call: { accountId: string }) => Promise<void> = async () => {},
) {
  const collection = new TargetCollection({
    ...stores,
    config: own,
    logger: mockServices.logger.mock(),
    identity: { confirm },
    collectors: {
      inventory: { id: 'inventory', collect },
      budgets: { id: 'budgets', collect: async () => empty },
      runs: { id: 'runs', collect: async () => empty },
    },
  });
  const runner = new CollectionRunner(own, stores.targets, collection, {
    pollMs: 5,
    takeForMs: 10_000,
  });
  return { collection, run: (signal = idle) => runner.run(signal) };
}

/** Brings the targets in line with a configuration. */
export async function sync(stores: Stores, own: MlinfraConfig = config) {
  await syncTargets({
    ...stores,
    wanted: configuredTargets(own),
    now: new Date().toISOString(),
  });
}

/** Makes every target due. */
export async function makeDue(stores: Stores) {
  await stores
    .knex('collection_targets')
    .update({ next_due_at: '2026-01-01T00:00:00.000Z' });
}
