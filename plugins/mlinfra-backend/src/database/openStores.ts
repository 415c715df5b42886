import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { StoredBudget } from '../collectors/buildBudget';
import type { StoredAlarm } from '../collectors/alarms/buildAlarm';
import type { StoredDatabase } from '../collectors/databases/StoredDatabase';
import { PipelineStore } from '../runs/store/PipelineStore';
import { PollStore } from '../runs/store/PollStore';
import { RunHistoryStore } from '../runs/store/RunHistoryStore';
import { RunStore } from '../runs/store/RunStore';
import { RunWorkStore } from '../runs/store/RunWorkStore';
import { CollectionStore } from './CollectionStore';
import { EndpointStore } from './EndpointStore';
import { migratedDatabase } from './migrate';
import { RefreshStore } from './RefreshStore';
import { ResourceStore } from './ResourceStore';
import { TargetStore } from './TargetStore';

/** Everything that reads or writes the database. */
export async function openStores(
  database: DatabaseService,
  runs?: { readHistoryOnEnd: boolean },
) {
  const knex = await migratedDatabase(database);
  return {
    knex,
    endpoints: new EndpointStore(knex),
    databases: new ResourceStore<StoredDatabase>(knex, 'databases'),
    alarms: new ResourceStore<StoredAlarm>(knex, 'alarms'),
    budgets: new ResourceStore<StoredBudget>(knex, 'budgets'),
    pipelines: new PipelineStore(knex),
    polls: new PollStore(knex),
    runs: new RunStore(knex, runs),
    runHistories: new RunHistoryStore(knex),
    runWork: new RunWorkStore(knex),
    collections: new CollectionStore(knex),
    targets: new TargetStore(knex),
    refreshes: new RefreshStore(knex),
  };
}
