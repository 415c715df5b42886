import type { EndpointKind } from '@mlinfra/plugin-mlinfra-common';
import type { Knex } from 'knex';
import type { StoredEndpoint } from '../collectors/buildEndpoint';
import { type ResourceFilter, ResourceStore } from './ResourceStore';
import type { DbEndpoint } from './tables';

/** Which endpoints are wanted. */
export interface EndpointFilter extends ResourceFilter {
  kind?: EndpointKind;
}

/** Reads the endpoints that collections have found. */
export class EndpointStore extends ResourceStore<
  StoredEndpoint,
  EndpointFilter
> {
  constructor(knex: Knex) {
    super(knex, 'endpoints');
  }

  protected wanted({ kind, ...filter }: EndpointFilter) {
    return { ...super.wanted(filter), ...(kind && { kind }) };
  }

  async ofKey(key: string): Promise<StoredEndpoint | undefined> {
    const row = await this.knex<DbEndpoint>('endpoints').where({ key }).first();
    return row && JSON.parse(row.content);
  }
}
