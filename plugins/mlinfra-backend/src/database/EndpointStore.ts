import type { Knex } from 'knex';
import type { StoredEndpoint } from '../collectors/buildEndpoint';
import { ResourceStore } from './ResourceStore';
import type { DbEndpoint } from './tables';

/** Reads the endpoints that collections have found. */
export class EndpointStore extends ResourceStore<StoredEndpoint> {
  constructor(knex: Knex) {
    super(knex, 'endpoints');
  }

  async ofKey(key: string): Promise<StoredEndpoint | undefined> {
    const row = await this.knex<DbEndpoint>('endpoints').where({ key }).first();
    return row && JSON.parse(row.content);
  }
}
