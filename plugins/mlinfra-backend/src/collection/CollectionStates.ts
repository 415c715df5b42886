import type { Entity } from '@backstage/catalog-model';
import type {
  CollectionState,
  CollectorId,
} from '@mlinfra/plugin-mlinfra-common';
import { refusal } from '../claims/accountRule';
import type { AccountConfig, MlinfraConfig } from '../config/MlinfraConfig';
import type { DbTarget } from '../database/tables';
import type { TargetStore } from '../database/TargetStore';

/** Data older than this many times the schedule is stale. */
const STALE_AFTER_SCHEDULES = 2;

/** Where the collections stand, for people. */
export class CollectionStates {
  constructor(
    private readonly config: MlinfraConfig,
    private readonly targets: Pick<TargetStore, 'all'>,
  ) {}

  /** The collections that search for an entity: those of accounts that may speak for it. */
  async ofEntity(
    entity: Entity,
    collectors: CollectorId[],
  ): Promise<CollectionState[]> {
    const accounts = this.config.accounts.filter(
      account => refusal(account, entity) === undefined,
    );
    const states = await this.ofAccounts(accounts);
    return [...states.values()]
      .flat()
      .filter(state => collectors.includes(state.collector));
  }

  /** All collections, by account. */
  async all(): Promise<Map<string, CollectionState[]>> {
    return this.ofAccounts(this.config.accounts);
  }

  private async ofAccounts(
    accounts: AccountConfig[],
  ): Promise<Map<string, CollectionState[]>> {
    const rows = accounts.length > 0 ? await this.targets.all() : [];
    return new Map(
      accounts.map(account => [
        account.accountId,
        rows
          .filter(row => row.account_id === account.accountId)
          .map(row => this.state(account, row)),
      ]),
    );
  }

  private state({ name }: AccountConfig, row: DbTarget): CollectionState {
    const now = Date.now();
    const { frequencyMs } = this.config.schedules[row.collector];
    const staleBefore = now - STALE_AFTER_SCHEDULES * frequencyMs;
    return {
      collector: row.collector,
      accountId: row.account_id,
      accountName: name,
      region: row.region,
      lastSuccessAt: row.last_success_at ?? undefined,
      lastAttemptAt: row.last_attempt_at ?? undefined,
      running: row.leased_until !== null && Date.parse(row.leased_until) > now,
      requested: row.wanted_at !== null,
      error:
        row.error_kind && row.error_message && row.error_at
          ? {
              kind: row.error_kind,
              message: row.error_message,
              operation: row.error_operation ?? undefined,
              at: row.error_at,
            }
          : undefined,
      stale:
        row.last_success_at !== null &&
        Date.parse(row.kept_since ?? row.last_success_at) < staleBefore,
    };
  }
}
