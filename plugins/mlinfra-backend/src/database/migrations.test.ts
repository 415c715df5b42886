import type { Knex } from 'knex';
import { databaseIds, freshDatabase } from '../__testUtils__/databases';
import { MIGRATIONS } from './migrate';
import { shortId } from './shortId';

const TABLES = [
  'endpoints',
  'budgets',
  'rejected_claims',
  'collected_details',
  'collection_targets',
  'refresh_requests',
  'databases',
  'alarms',
  'pipelines',
  'pipeline_polls',
  'runs',
  'run_histories',
  'run_events',
];

async function existing(knex: Knex): Promise<string[]> {
  const found = await Promise.all(
    TABLES.map(async name => ((await knex.schema.hasTable(name)) ? name : '')),
  );
  return found.filter(name => name !== '');
}

describe('migrations', () => {
  jest.setTimeout(60_000);

  it.each(databaseIds)('go up and down again, %p', async id => {
    const knex = await freshDatabase(id);
    await knex.migrate.latest({ directory: MIGRATIONS });
    expect(await existing(knex)).toEqual(TABLES);
    await knex('endpoints').insert({
      id: 'a',
      account_id: '111111111111',
      region: 'eu-central-1',
      entity_ref: 'component:default/a',
      status: 'live',
      content: '{}',
    });
    await knex.migrate.rollback({ directory: MIGRATIONS }, true);
    expect(await existing(knex)).toEqual([]);
  });

  it.each(databaseIds)(
    'give endpoints of before a key, and what every endpoint has, %p',
    async id => {
      const knex = await freshDatabase(id);
      await knex.migrate.up({ directory: MIGRATIONS });
      await knex.migrate.up({ directory: MIGRATIONS });
      const place = { account_id: '111111111111', region: 'eu-central-1' };
      await knex('endpoints').insert({
        ...place,
        id: 'arn:aws:apigateway:eu-central-1::/restapis/a/stages/v1',
        entity_ref: 'component:default/a',
        status: 'live',
        content: JSON.stringify({ name: 'a', functions: [] }),
      });
      await knex.migrate.latest({ directory: MIGRATIONS });
      const [row] = await knex('endpoints');
      expect(row.key).toBe(shortId(row.id));
      expect(JSON.parse(row.content)).toEqual({
        name: 'a',
        functions: [],
        key: row.key,
        services: [],
        deployments: [],
      });
    },
  );

  it.each(databaseIds)(
    'give endpoints of before the kind that they are found by, %p',
    async id => {
      const knex = await freshDatabase(id);
      await knex.migrate.up({ directory: MIGRATIONS });
      await knex.migrate.up({ directory: MIGRATIONS });
      await knex.migrate.up({ directory: MIGRATIONS });
      await knex('endpoints').insert({
        account_id: '111111111111',
        region: 'eu-central-1',
        id: 'a',
        key: shortId('a'),
        entity_ref: 'component:default/a',
        status: 'live',
        content: JSON.stringify({ kind: 'http-api' }),
      });
      await knex.migrate.latest({ directory: MIGRATIONS });
      expect(await knex('endpoints').select('id', 'kind')).toEqual([
        { id: 'a', kind: 'http-api' },
      ]);
    },
  );
});
