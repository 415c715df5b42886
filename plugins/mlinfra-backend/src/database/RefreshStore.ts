import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import type { EntityRef, Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { Knex } from 'knex';
import type { DbRefreshRequest } from './tables';

/** When people last asked for fresh data; shared by all replicas. */
export class RefreshStore {
  constructor(private readonly knex: Knex) {}

  /** Records a request, unless there was one after `notBefore`; then its time is returned. */
  async request(
    entityRef: EntityRef,
    now: Timestamp,
    notBefore: Timestamp,
  ): Promise<Timestamp | undefined> {
    const updated = await this.requests()
      .where({ entity_ref: entityRef })
      .andWhere('requested_at', '<=', notBefore)
      .update({ requested_at: now });
    if (updated > 0) {
      return undefined;
    }
    try {
      await this.requests().insert({
        entity_ref: entityRef,
        requested_at: now,
      });
      return undefined;
    } catch (error) {
      if (!isDatabaseConflictError(error)) {
        throw error;
      }
    }
    const row = await this.requests().where({ entity_ref: entityRef }).first();
    return row?.requested_at ?? now;
  }

  /** Requests since a time, by entity. */
  async since(time: Timestamp): Promise<Map<EntityRef, Timestamp>> {
    const rows = await this.requests().where('requested_at', '>=', time);
    return new Map(rows.map(row => [row.entity_ref, row.requested_at]));
  }

  async forgetBefore(time: Timestamp): Promise<void> {
    await this.requests().where('requested_at', '<', time).delete();
  }

  private requests() {
    return this.knex<DbRefreshRequest>('refresh_requests');
  }
}
