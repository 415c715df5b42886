import { databaseIds, freshStores } from '../__testUtils__/databases';
import type { CollectionOutput } from '../collectors/Collector';
import { shortId } from './shortId';
import type { ResourceRow, TargetKey } from './tables';

const key: TargetKey = {
  collector: 'inventory',
  accountId: '111111111111',
  region: 'eu-central-1',
};
const at = '2026-01-01T00:00:00.000Z';

function rows(...ids: string[]): ResourceRow[] {
  return ids.map(id => ({
    id,
    entityRef: `component:default/${id}`,
    environment: 'dev',
    status: 'live',
    content: { id },
  }));
}
function output(overrides?: Partial<CollectionOutput>): CollectionOutput {
  return {
    rows: [],
    rejected: [],
    details: [],
    incomplete: false,
    ...overrides,
  };
}

describe('stores', () => {
  jest.setTimeout(60_000);

  it.each(databaseIds)(
    'a collection replaces what the one before found, in its region only, %p',
    async id => {
      const { knex, collections, endpoints } = await freshStores(id);
      const elsewhere = { ...key, region: 'us-east-1' };
      const store = (target: TargetKey, found: CollectionOutput) =>
        knex.transaction(trx => collections.replace(trx, target, found, at));
      const detail = {
        arn: 'a',
        fingerprint: 'f',
        settled: true,
        content: { deep: [1] },
        readAt: at,
      };
      await store(elsewhere, output({ rows: rows('far') }));
      await store(
        key,
        output({
          rows: rows('a', 'b', 'b'),
          rejected: [{ resourceArn: 'x', claimedEntityRef: 'y', reason: 'z' }],
          details: [detail],
        }),
      );
      expect(await collections.details(key)).toEqual(new Map([['a', detail]]));
      expect(await collections.rejectedClaims()).toEqual([
        {
          accountId: key.accountId,
          resourceArn: 'x',
          claimedEntityRef: 'y',
          reason: 'z',
          collectedAt: at,
        },
      ]);

      await store(key, output({ rows: rows('b', 'c') }));
      const left = await endpoints.after(undefined, {}, 10);
      expect(left.map(each => each.position.id)).toEqual(['b', 'c', 'far']);
      expect(await collections.details(key)).toEqual(new Map());
      expect(await collections.rejectedClaims()).toEqual([]);
    },
  );

  it.each(databaseIds)(
    'one collection fills endpoints, databases and alarms, and replaces them together, %p',
    async id => {
      const { knex, collections, ...stores } = await freshStores(id);
      const of = (table: ResourceRow['table'], ...ids: string[]) =>
        rows(...ids).map(row => ({ ...row, table }));
      const store = (found: ResourceRow[]) =>
        knex.transaction(trx =>
          collections.replace(trx, key, output({ rows: found }), at),
        );
      const ids = async (kind: 'endpoints' | 'databases' | 'alarms') =>
        (await stores[kind].after(undefined, {}, 10)).map(
          each => each.position.id,
        );
      await store([
        ...of('endpoints', 'e1', 'e2'),
        ...of('databases', 'd1', 'd2'),
        ...of('alarms', 'a1'),
      ]);
      expect(await ids('endpoints')).toEqual(['e1', 'e2']);
      expect(await ids('databases')).toEqual(['d1', 'd2']);
      expect(await ids('alarms')).toEqual(['a1']);
      expect(await stores.endpoints.ofKey(shortId('e2'))).toEqual({ id: 'e2' });
      expect(await stores.endpoints.ofKey('nothing')).toBeUndefined();
      expect(
        (await collections.rows(key)).map(row => `${row.table} ${row.id}`),
      ).toEqual([
        'endpoints e1',
        'endpoints e2',
        'databases d1',
        'databases d2',
        'alarms a1',
      ]);

      await expect(
        knex.transaction(async trx => {
          await collections.replace(trx, key, output(), at);
          throw new Error('the claim is lost');
        }),
      ).rejects.toThrow('lost');
      expect(await ids('alarms')).toEqual(['a1']);

      await store(of('databases', 'd2'));
      expect(await ids('endpoints')).toEqual([]);
      expect(await ids('databases')).toEqual(['d2']);
      expect(await ids('alarms')).toEqual([]);
    },
  );

  it.each(databaseIds)('thousands of rows fit, %p', async id => {
    const { knex, collections, endpoints } = await freshStores(id);
    const many = Array.from({ length: 2_500 }, (_, index) => `c${index}`);
    await knex.transaction(trx =>
      collections.replace(trx, key, output({ rows: rows(...many) }), at),
    );
    expect(await endpoints.after(undefined, {}, 5_000)).toHaveLength(2_500);
  });

  it.each(databaseIds)(
    'counts and filters, as numbers and exactly, %p',
    async id => {
      const { knex, collections, endpoints } = await freshStores(id);
      const found = rows('a', 'b', 'c').map((row, index) => ({
        ...row,
        entityRef: 'component:default/a',
        status: index === 0 ? 'failed' : 'live',
        environment: index === 2 ? undefined : 'dev',
      }));
      await knex.transaction(trx =>
        collections.replace(trx, key, output({ rows: found }), at),
      );
      expect(await endpoints.countsOfEntity('component:default/a')).toEqual({
        failed: 1,
        live: 2,
      });
      const ids = async (filter: object) =>
        (await endpoints.after(undefined, filter, 10)).map(
          each => each.position.id,
        );
      expect(await ids({ status: 'live' })).toEqual(['b', 'c']);
      expect(await ids({ environment: 'dev' })).toEqual(['a', 'b']);
      expect(await ids({ accountId: '222222222222' })).toEqual([]);
    },
  );

  it.each(databaseIds)(
    'a refresh is taken once per interval, however many ask at once, %p',
    async id => {
      const { refreshes } = await freshStores(id);
      const ref = 'component:default/a';
      const early = '2025-12-31T23:59:30.000Z';
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => refreshes.request(ref, at, early)),
      );
      expect(answers.filter(each => each === undefined)).toHaveLength(1);
      expect(answers.filter(each => each === at)).toHaveLength(4);
      const later = '2026-01-01T00:00:30.000Z';
      expect(await refreshes.request(ref, later, at)).toBeUndefined();
      expect(await refreshes.since(at)).toEqual(new Map([[ref, later]]));
      await refreshes.forgetBefore('2026-01-02T00:00:00.000Z');
      expect(await refreshes.since(at)).toEqual(new Map());
    },
  );

  it.each(databaseIds)(
    'one of many claims gets a target; a lost claim writes nothing, %p',
    async id => {
      const { knex, targets } = await freshStores(id);
      await targets.add(key, at);
      await targets.add(key, '2027-01-01T00:00:00.000Z');
      const claims = ['a', 'b', 'c'].map(token => ({ key, token, at }));
      const until = '2026-01-01T00:01:00.000Z';
      const won = await Promise.all(
        claims.map(claim => targets.claim(claim, until)),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await targets.due(at)).toEqual([]);
      const winner = claims[won.indexOf(true)];

      const late = {
        key,
        token: 'late',
        at: '2026-01-01T00:01:00.001Z',
      };
      expect(await targets.due(late.at)).toEqual([key]);
      expect(await targets.claim(late, '2026-01-01T00:02:00.000Z')).toBe(true);
      expect(await targets.renew(winner, until)).toBe(false);
      expect(
        await knex.transaction(trx => targets.succeed(trx, winner, until)),
      ).toBe(false);
      expect(
        await knex.transaction(trx =>
          targets.succeed(trx, late, '2026-01-01T00:11:00.000Z'),
        ),
      ).toBe(true);
      expect(await targets.all()).toMatchObject([
        {
          next_due_at: '2026-01-01T00:11:00.000Z',
          lease_token: null,
          leased_until: null,
          last_success_at: late.at,
        },
      ]);
    },
  );

  it.each(databaseIds)(
    'a refresh during a collection makes the target due again, %p',
    async id => {
      const { knex, targets } = await freshStores(id);
      await targets.add(key, at);
      const claim = { key, token: 'a', at };
      await targets.claim(claim, '2026-01-01T00:01:00.000Z');
      const wanted = '2026-01-01T00:00:10.000Z';
      await targets.request(key, wanted);
      await knex.transaction(trx =>
        targets.succeed(trx, claim, '2026-01-01T00:10:00.000Z'),
      );
      expect((await targets.all())[0]).toMatchObject({
        next_due_at: wanted,
        wanted_at: wanted,
      });
    },
  );

  it.each(databaseIds)(
    'a request is answered by a collection that began after it, however it ends, %p',
    async id => {
      const { knex, targets } = await freshStores(id);
      await targets.add(key, at);
      const wantedAt = async () => (await targets.all())[0].wanted_at;
      const claimed = async (token: string, since: string) => {
        const claim = { key, token, at: since };
        expect(await targets.claim(claim, '2026-01-02T00:00:00.000Z')).toBe(
          true,
        );
        return claim;
      };

      await targets.request(key, at);
      await targets.request(key, '2026-01-01T00:00:30.000Z');
      const released = await claimed('a', '2026-01-01T00:00:01.000Z');
      expect(await wantedAt()).toBe(at);
      await targets.release(released);
      expect(await wantedAt()).toBe(at);

      const succeeding = await claimed('b', '2026-01-01T00:00:02.000Z');
      await knex.transaction(trx =>
        targets.succeed(trx, succeeding, '2026-01-01T00:00:03.000Z'),
      );
      expect(await wantedAt()).toBeNull();

      await targets.request(key, at);
      const failing = await claimed('c', '2026-01-01T00:00:03.000Z');
      const error = { kind: 'throttled', message: 'slow down', at } as const;
      await targets.fail(failing, error, 1, '2026-01-01T00:01:00.000Z');
      expect(await wantedAt()).toBeNull();
    },
  );
});
