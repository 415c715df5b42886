import {
  type Collect,
  config,
  empty,
  endpoint,
  idle,
  makeDue,
  replica,
  sync,
} from '../__testUtils__/collectingReplica';
import { databaseIds, freshStores } from '../__testUtils__/databases';
import { accountConfig, mlinfraConfig } from '../__testUtils__/mlinfraConfig';
import { AwsCallError } from '../aws/AwsCallError';
import type { CollectionInput } from '../collectors/Collector';
import { configuredTargets } from './configuredTargets';

describe('collecting targets', () => {
  jest.setTimeout(60_000);

  it.each(databaseIds)(
    'two replicas never collect the same target at once, and share the work, %p',
    async id => {
      const stores = await freshStores(id);
      await sync(stores);
      const active = new Set<string>();
      const collected: string[] = [];
      const overlaps: string[] = [];
      const collect =
        (name: string): Collect =>
        async input => {
          const target = `${input.call.accountId} ${input.call.region}`;
          if (active.has(target)) {
            overlaps.push(target);
          }
          active.add(target);
          await new Promise(resolve => setTimeout(resolve, 30));
          active.delete(target);
          collected.push(`${target} by ${name}`);
          return endpoint(input);
        };
      const one = replica(stores, collect('one'));
      const other = replica(stores, collect('other'));
      await Promise.all([one.run(), other.run(), one.run(), other.run()]);
      expect(overlaps).toEqual([]);
      expect(collected.map(each => each.split(' by ')[0]).sort()).toEqual([
        '111111111111 eu-central-1',
        '222222222222 eu-central-1',
        '222222222222 us-east-1',
      ]);
      expect(await stores.targets.due(new Date().toISOString())).toEqual([]);
    },
  );

  it.each(databaseIds)(
    'the work of a killed process is taken over when its lease has ended, %p',
    async id => {
      const stores = await freshStores(id);
      await sync(stores);
      const collect = jest.fn(async (input: CollectionInput) =>
        endpoint(input),
      );
      const killed = replica(stores, collect);
      const key = configuredTargets(config)[0];
      const claim = await killed.collection.claim(key);
      expect(claim).toBeDefined();
      const survivor = replica(stores, collect);
      await survivor.run();
      expect(collect.mock.calls.map(([input]) => input.call)).not.toEqual(
        expect.arrayContaining([
          expect.objectContaining({ accountId: '111111111111' }),
        ]),
      );

      await stores
        .knex('collection_targets')
        .where({ lease_token: claim!.token })
        .update({ leased_until: new Date(Date.now() - 1).toISOString() });
      await survivor.run();
      expect(collect).toHaveBeenLastCalledWith(
        expect.objectContaining({
          call: expect.objectContaining({ accountId: '111111111111' }),
        }),
      );
      const before = await stores.endpoints.after(undefined, {}, 10);
      await killed.collection.run(claim!, idle);
      expect(await stores.endpoints.after(undefined, {}, 10)).toEqual(before);
      const [row] = await stores.targets.all();
      expect(row).toMatchObject({ failures: 0, error_kind: null });
    },
  );

  it.each(databaseIds)(
    'a failing account keeps its last rows and its error; the others go on, %p',
    async id => {
      const stores = await freshStores(id);
      await sync(stores);
      await replica(stores, async input => endpoint(input, 'first')).run();
      await makeDue(stores);
      await replica(stores, async input => {
        if (input.call.accountId === '111111111111') {
          throw new AwsCallError(
            'access-denied',
            'lambda:ListFunctions',
            'lambda:ListFunctions is denied',
          );
        }
        return endpoint(input, 'second');
      }).run();

      const rows = await stores.endpoints.after(undefined, {}, 10);
      expect(
        rows.map(({ position }) => `${position.accountId} ${position.id}`),
      ).toEqual([
        '111111111111 first eu-central-1',
        '222222222222 second eu-central-1',
        '222222222222 second us-east-1',
      ]);
      const states = await stores.targets.all();
      const failed = states.filter(row => row.error_kind !== null);
      expect(failed).toMatchObject([
        {
          account_id: '111111111111',
          collector: 'inventory',
          failures: 1,
          error_kind: 'access-denied',
          error_message: 'lambda:ListFunctions is denied',
          error_operation: 'lambda:ListFunctions',
          lease_token: null,
        },
      ]);
      expect(failed[0].last_success_at).not.toBeNull();
      const wait = Date.parse(failed[0].next_due_at) - Date.now();
      expect(wait).toBeGreaterThan(20_000);
      expect(wait).toBeLessThan(36_500);
    },
  );

  it.each(databaseIds)('a wrong account is never collected, %p', async id => {
    const stores = await freshStores(id);
    await sync(stores);
    const collect = jest.fn(async (input: CollectionInput) => endpoint(input));
    await replica(stores, collect, config, async ({ accountId }) => {
      if (accountId === '111111111111') {
        throw new AwsCallError('wrong-account', 'sts:GetCallerIdentity', 'no');
      }
    }).run();
    expect(
      collect.mock.calls.map(([input]) => input.call.accountId),
    ).not.toContain('111111111111');
    const kinds = (await stores.targets.all()).map(row => row.error_kind);
    expect(kinds.filter(kind => kind === 'wrong-account')).toHaveLength(3);
  });

  it.each(databaseIds)(
    'a collection that takes too long is ended and recorded, %p',
    async id => {
      const stores = await freshStores(id);
      await sync(stores);
      const own = mlinfraConfig(config.accounts, {
        schedules: {
          ...config.schedules,
          inventory: { frequencyMs: 600_000, timeoutMs: 50 },
        },
      });
      await replica(
        stores,
        ({ call }) =>
          new Promise((_, reject) => {
            call.signal.addEventListener('abort', () =>
              reject(call.signal.reason),
            );
          }),
        own,
      ).run();
      const [row] = (await stores.targets.all()).filter(
        each => each.collector === 'inventory',
      );
      expect(row).toMatchObject({
        error_kind: 'timeout',
        error_message: expect.stringContaining(
          'mlinfra.schedules.inventory.timeout',
        ),
      });
    },
  );

  it.each(databaseIds)(
    'a shutdown gives targets back, due at once and without an error, %p',
    async id => {
      const stores = await freshStores(id);
      await sync(stores);
      const shutdown = new AbortController();
      const started = jest.fn();
      const running = replica(
        stores,
        ({ call }) =>
          new Promise((_, reject) => {
            started();
            call.signal.addEventListener('abort', () =>
              reject(call.signal.reason),
            );
          }),
      ).run(shutdown.signal);
      while (started.mock.calls.length < 3) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      shutdown.abort();
      await running;
      const rows = await stores.targets.all();
      expect(rows.map(row => row.error_kind)).toEqual(rows.map(() => null));
      const due = await stores.targets.due(new Date().toISOString());
      expect(due.filter(key => key.collector === 'inventory')).toHaveLength(3);
    },
  );

  it.each(databaseIds)(
    'rows of accounts and regions that left the configuration are dropped, %p',
    async id => {
      const stores = await freshStores(id);
      await sync(stores);
      await replica(stores, async input => endpoint(input)).run();
      const smaller = mlinfraConfig([
        accountConfig('222222222222', { regions: ['us-east-1'] }),
      ]);
      await sync(stores, smaller);
      const rows = await stores.endpoints.after(undefined, {}, 10);
      expect(rows.map(row => row.position.id)).toEqual(['e us-east-1']);
      const left = await stores.targets.all();
      expect(left.map(row => `${row.collector} ${row.region}`)).toEqual([
        'budgets global',
        'inventory us-east-1',
        'runs us-east-1',
      ]);
    },
  );

  it.each(databaseIds)(
    'an incomplete collection is followed by another soon, %p',
    async id => {
      const stores = await freshStores(id);
      await sync(stores);
      await replica(stores, async () => ({ ...empty, incomplete: true })).run();
      const row = (await stores.targets.all()).find(
        each => each.collector === 'inventory',
      );
      const wait = Date.parse(row!.next_due_at) - Date.now();
      expect(wait).toBeLessThanOrEqual(30_000);
    },
  );
});
