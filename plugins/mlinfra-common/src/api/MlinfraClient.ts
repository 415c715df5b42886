import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
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
import type { ListQuery, MlinfraApi } from './MlinfraApi';

/** The part of Backstage's fetch API that the client needs. @public */
export interface MlinfraClientOptions {
  fetchApi: { fetch: typeof fetch };
}

/**
 * Client of `/api/mlinfra/v1`, for browsers. The `plugin:` scheme of the
 * fetch API resolves the address and adds the caller's token.
 *
 * @public
 */
export class MlinfraClient implements MlinfraApi {
  private readonly fetch: typeof fetch;

  constructor(options: MlinfraClientOptions) {
    this.fetch = options.fetchApi.fetch;
  }

  getEntitySummary(entityRef: EntityRef): Promise<EntitySummaryResponse> {
    return this.request(`${entityPath(entityRef)}/summary`);
  }

  getEntityEndpoints(entityRef: EntityRef): Promise<EntityEndpointsResponse> {
    return this.request(`${entityPath(entityRef)}/endpoints`);
  }

  getEntityBudgets(entityRef: EntityRef): Promise<EntityBudgetsResponse> {
    return this.request(`${entityPath(entityRef)}/budgets`);
  }

  listEndpoints(query: ListQuery = {}): Promise<Page<Endpoint>> {
    return this.request(`/endpoints${queryString(query)}`);
  }

  listBudgets(query: ListQuery = {}): Promise<Page<Budget>> {
    return this.request(`/budgets${queryString(query)}`);
  }

  getAccounts(): Promise<AccountsResponse> {
    return this.request('/accounts');
  }

  refresh(request: { entityRef: EntityRef }): Promise<RefreshResponse> {
    return this.request('/refresh', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
  }

  private async request<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await this.fetch(`plugin://mlinfra/v1${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function entityPath(entityRef: EntityRef): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/entities/${[kind, namespace, name]
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')))
    .join('/')}`;
}

function queryString(query: ListQuery): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      parameters.set(key, String(value));
    }
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}
