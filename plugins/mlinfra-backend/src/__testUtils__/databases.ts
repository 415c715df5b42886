import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { openStores } from '../database/openStores';

const databases = TestDatabases.create({ ids: ['POSTGRES_15', 'SQLITE_3'] });

/** Ids of the databases that this run can reach: SQLite always, PostgreSQL where a connection is given. */
export const databaseIds = databases.eachSupportedId();

/** A fresh database with its tables. */
export async function freshStores(
  id: Parameters<typeof databases.init>[0],
): Promise<Awaited<ReturnType<typeof openStores>>> {
  const knex = await databases.init(id);
  return openStores(mockServices.database({ knex }));
}

/** A fresh database without tables. */
export function freshDatabase(id: Parameters<typeof databases.init>[0]) {
  return databases.init(id);
}
