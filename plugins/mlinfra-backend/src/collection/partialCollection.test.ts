import {
  type Collect,
  config,
  endpoint,
  makeDue,
  replica,
  sync,
} from '../__testUtils__/collectingReplica';
import { databaseIds, freshStores } from '../__testUtils__/databases';
import { AwsCallError } from '../aws/AwsCallError';
import { CollectionStates } from './CollectionStates';

describe('collecting without some answers', () => {
  jest.setTimeout(60_000);

  it.each(databaseIds)(
    'a collection that went on without some answers stores the rest, and says what is missing and how old, %p',
    async id => {
      const stores = await freshStores(id);
      await sync(stores);
      const partial = (keptSince?: string): Collect => {
        return async input => ({
          ...endpoint(input),
          problems: [
            new AwsCallError(
              'access-denied',
              'ecs:DescribeClusters',
              'ecs:DescribeClusters is denied.',
            ),
          ],
          keptSince,
        });
      };
      const states = new CollectionStates(config, stores.targets);
      const inventory = async () =>
        (await states.all())
          .get('111111111111')!
          .find(each => each.collector === 'inventory')!;

      await replica(stores, partial()).run();
      expect(await inventory()).toMatchObject({
        stale: false,
        error: {
          kind: 'access-denied',
          operation: 'ecs:DescribeClusters',
          message: 'ecs:DescribeClusters is denied. All else is as of now.',
        },
      });
      expect(await stores.endpoints.after(undefined, {}, 10)).toHaveLength(3);
      const [row] = await stores.targets.all();
      expect(row.failures).toBe(0);

      await makeDue(stores);
      await replica(stores, partial('2026-01-01T00:00:00.000Z')).run();
      const old = await inventory();
      expect(old.stale).toBe(true);
      expect(old.error?.message).toMatch(
        /was last read at 2026-01-01T00:00:00.000Z; all else is as of now\.$/,
      );

      await makeDue(stores);
      await replica(stores, async input => endpoint(input)).run();
      expect(await inventory()).toMatchObject({ stale: false });
      expect((await inventory()).error).toBeUndefined();
    },
  );

  it.each(databaseIds)(
    'a collection is given what the one before found, %p',
    async id => {
      const stores = await freshStores(id);
      await sync(stores);
      await replica(stores, async input => endpoint(input)).run();
      await makeDue(stores);
      const earlier: string[][] = [];
      await replica(stores, async input => {
        earlier.push(input.earlier.map(row => `${row.table} ${row.id}`));
        return endpoint(input);
      }).run();
      expect(earlier.sort()).toEqual([
        ['endpoints e eu-central-1'],
        ['endpoints e eu-central-1'],
        ['endpoints e us-east-1'],
      ]);
    },
  );
});
