import type { Entity } from '@backstage/catalog-model';
import type {
  CollectorId,
  EntityRef,
  RefreshResponse,
} from '@mlinfra/plugin-mlinfra-common';
import { refusal } from '../claims/accountRule';
import type { MlinfraConfig } from '../config/MlinfraConfig';
import type { RefreshStore } from '../database/RefreshStore';
import type { ResourceStore } from '../database/ResourceStore';
import { type DbTarget, targetKey } from '../database/tables';
import type { TargetStore } from '../database/TargetStore';

const REQUESTS_KEPT_MS = 24 * 60 * 60_000;

export interface RefreshRequestsOptions {
  config: MlinfraConfig;
  targets: TargetStore;
  refreshes: RefreshStore;
  /** Where each collector's findings lie. */
  stores: Record<
    CollectorId,
    Pick<ResourceStore<unknown>, 'targetsOfEntity'>[]
  >;
}

/** Makes an entity's targets due when a person asks for fresh data. */
export class RefreshRequests {
  constructor(private readonly options: RefreshRequestsOptions) {}

  /** Takes one request per entity and interval, over all replicas. */
  async request(
    entityRef: EntityRef,
    entity: Entity,
  ): Promise<RefreshResponse & { targets: number }> {
    const { config, refreshes, targets } = this.options;
    const interval = config.refreshMinIntervalMs;
    const now = Date.now();
    const earlier = await refreshes.request(
      entityRef,
      instant(now),
      instant(now - interval),
    );
    if (earlier) {
      const waitMs = Date.parse(earlier) + interval - now;
      return {
        status: 'too-soon',
        retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
        targets: 0,
      };
    }
    await refreshes.forgetBefore(instant(now - REQUESTS_KEPT_MS));
    const rows = await this.targetsOf(entityRef, entity);
    for (const row of rows) {
      await targets.request(targetKey(row), this.dueAt(row, now));
    }
    return {
      status: 'scheduled',
      retryAfterSeconds: Math.ceil(interval / 1000),
      targets: rows.length,
    };
  }

  /** People looking at many entities of one account do not make it collect without end. */
  private dueAt({ last_attempt_at: last }: DbTarget, now: number): string {
    const earliest = last
      ? Date.parse(last) + this.options.config.refreshMinIntervalMs
      : now;
    return instant(Math.max(now, earliest));
  }

  /** Where the entity has something; where it has nothing yet, everything that may speak for it. */
  private async targetsOf(
    entityRef: EntityRef,
    entity: Entity,
  ): Promise<DbTarget[]> {
    const { config, stores, targets } = this.options;
    const claimable = new Set(
      config.accounts
        .filter(account => refusal(account, entity) === undefined)
        .map(account => account.accountId),
    );
    const all = await targets.all();
    const found: DbTarget[] = [];
    for (const [collector, ofStores] of Object.entries(stores)) {
      const ofCollector = all.filter(
        row => row.collector === collector && claimable.has(row.account_id),
      );
      const places = (
        await Promise.all(
          ofStores.map(store => store.targetsOfEntity(entityRef)),
        )
      ).flat();
      const known = ofCollector.filter(row =>
        places.some(
          place =>
            place.account_id === row.account_id && place.region === row.region,
        ),
      );
      found.push(...(known.length > 0 ? known : ofCollector));
    }
    return found;
  }
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
