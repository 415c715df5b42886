import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { StoredBudget } from '../collectors/buildBudget';
import type { StoredEndpoint } from '../collectors/buildEndpoint';
import { CollectionStore } from './CollectionStore';
import { migratedDatabase } from './migrate';
import { RefreshStore } from './RefreshStore';
import { ResourceStore } from './ResourceStore';
import { TargetStore } from './TargetStore';

/** Everything that reads or writes the database. */
export async function openStores(database: DatabaseService) {
  const knex = await migratedDatabase(database);
  return {
    knex,
    endpoints: new ResourceStore<StoredEndpoint>(knex, 'endpoints'),
    budgets: new ResourceStore<StoredBudget>(knex, 'budgets'),
    collections: new CollectionStore(knex),
    targets: new TargetStore(knex),
    refreshes: new RefreshStore(knex),
  };
}
