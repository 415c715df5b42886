import type { Knex } from 'knex';
import { databaseIds, freshDatabase } from '../__testUtils__/databases';
import { MIGRATIONS } from './migrate';

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
});
