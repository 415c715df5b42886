import type {
  AccountsResponse,
  Budget,
  Endpoint,
  EntityBudgetsResponse,
  EntityEndpointsResponse,
  EntityRef,
  EntitySummaryResponse,
  Page,
  RefreshResponse,
} from '../model';

/** Filters and position of a fleet list. @public */
export interface ListQuery {
  cursor?: string;
  /** 1 to 100, 50 by default. */
  limit?: number;
  environment?: string;
  accountId?: string;
  /** Endpoint or budget status. */
  status?: string;
}

/**
 * What a page can ask the mlinfra backend.
 * Every call rejects with a `ResponseError` when the backend refuses.
 *
 * @public
 */
export interface MlinfraApi {
  getEntitySummary(entityRef: EntityRef): Promise<EntitySummaryResponse>;
  getEntityEndpoints(entityRef: EntityRef): Promise<EntityEndpointsResponse>;
  getEntityBudgets(entityRef: EntityRef): Promise<EntityBudgetsResponse>;
  listEndpoints(query?: ListQuery): Promise<Page<Endpoint>>;
  listBudgets(query?: ListQuery): Promise<Page<Budget>>;
  getAccounts(): Promise<AccountsResponse>;
  refresh(request: { entityRef: EntityRef }): Promise<RefreshResponse>;
}
