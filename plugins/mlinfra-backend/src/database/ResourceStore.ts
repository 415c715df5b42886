import type { AccountId, EntityRef } from '@mlinfra/plugin-mlinfra-common';
import type { Knex } from 'knex';
import type { DbResource, ResourceTable } from './tables';

/** Which rows of a fleet list are wanted. */
export interface ResourceFilter {
  environment?: string;
  accountId?: AccountId;
  status?: string;
}

/** Where a list goes on: behind this row in the order of entity, account and id. */
export interface ResourcePosition {
  entityRef: EntityRef;
  accountId: AccountId;
  id: string;
}

/** Reads what collections have found of one kind. */
export class ResourceStore<
  Resource,
  Filter extends ResourceFilter = ResourceFilter,
> {
  constructor(
    protected readonly knex: Knex,
    private readonly table: ResourceTable,
  ) {}

  async ofEntity(entityRef: EntityRef): Promise<Resource[]> {
    const rows = await this.rows()
      .where('entity_ref', entityRef)
      .orderBy(['account_id', 'id']);
    return rows.map(row => JSON.parse(row.content));
  }

  /** Number of an entity's rows by status. */
  async countsOfEntity(entityRef: EntityRef): Promise<Record<string, number>> {
    const rows = await this.rows()
      .where('entity_ref', entityRef)
      .groupBy('status')
      .select('status')
      .count({ count: '*' });
    // Postgres counts in 64 bits, which arrive as a string.
    return Object.fromEntries(
      rows.map(({ status, count }) => [status, Number(count)]),
    );
  }

  /** Accounts and regions in which an entity has something. */
  async targetsOfEntity(
    entityRef: EntityRef,
  ): Promise<Pick<DbResource, 'account_id' | 'region'>[]> {
    return this.rows()
      .where('entity_ref', entityRef)
      .distinct('account_id', 'region');
  }

  /** Rows behind a position, in order. */
  async after(
    position: ResourcePosition | undefined,
    filter: Filter,
    limit: number,
  ): Promise<{ position: ResourcePosition; resource: Resource }[]> {
    const query = this.rows()
      .where(this.wanted(filter))
      .orderBy(['entity_ref', 'account_id', 'id'])
      .limit(limit);
    if (position) {
      query.where(behind(position));
    }
    const rows: DbResource[] = await query;
    return rows.map(row => ({
      position: {
        entityRef: row.entity_ref,
        accountId: row.account_id,
        id: row.id,
      },
      resource: JSON.parse(row.content),
    }));
  }

  /** The columns by which a filter finds its rows, with their values. */
  protected wanted(filter: Filter): Record<string, string> {
    const { environment, accountId, status } = filter;
    return Object.fromEntries(
      Object.entries({ environment, account_id: accountId, status }).filter(
        (column): column is [string, string] => column[1] !== undefined,
      ),
    );
  }

  protected rows() {
    return this.knex<DbResource>(this.table);
  }
}

function behind({ entityRef, accountId, id }: ResourcePosition) {
  return (query: Knex.QueryBuilder) =>
    query
      .where('entity_ref', '>', entityRef)
      .orWhere(same =>
        same
          .where('entity_ref', entityRef)
          .andWhere(rest =>
            rest
              .where('account_id', '>', accountId)
              .orWhere(last =>
                last.where('account_id', accountId).andWhere('id', '>', id),
              ),
          ),
      );
}
