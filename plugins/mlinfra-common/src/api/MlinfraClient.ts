import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type {
  AccountsResponse,
  Budget,
  Endpoint,
  EndpointDetailsResponse,
  EndpointMetricsResponse,
  EntityBudgetsResponse,
  EntityEndpointsResponse,
  EntityRef,
  EntityRunsResponse,
  EntitySummaryResponse,
  MetricRange,
  Page,
  RefreshResponse,
  Run,
  RunActionResponse,
  RunDetailsResponse,
  RunEventsResponse,
  RunLogsResponse,
  StartRunRequest,
  TryEndpointRequest,
  TryEndpointResponse,
} from '../model';
import type {
  EndpointListQuery,
  ListQuery,
  MlinfraApi,
  RunListQuery,
  RunLogsQuery,
} from './MlinfraApi';

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

  getEntityMetrics(
    entityRef: EntityRef,
    query: { range?: MetricRange } = {},
  ): Promise<EndpointMetricsResponse> {
    return this.request(
      `${entityPath(entityRef)}/metrics${queryString(query)}`,
    );
  }

  getEndpoint(key: string): Promise<EndpointDetailsResponse> {
    return this.request(endpointPath(key));
  }

  getEndpointMetrics(
    key: string,
    query: { range?: MetricRange } = {},
  ): Promise<EndpointMetricsResponse> {
    return this.request(`${endpointPath(key)}/metrics${queryString(query)}`);
  }

  tryEndpoint(
    key: string,
    request: TryEndpointRequest,
  ): Promise<TryEndpointResponse> {
    return this.post(`${endpointPath(key)}/try`, request);
  }

  listEndpoints(query: EndpointListQuery = {}): Promise<Page<Endpoint>> {
    return this.request(`/endpoints${queryString(query)}`);
  }

  listBudgets(query: ListQuery = {}): Promise<Page<Budget>> {
    return this.request(`/budgets${queryString(query)}`);
  }

  getAccounts(): Promise<AccountsResponse> {
    return this.request('/accounts');
  }

  getEntityRuns(
    entityRef: EntityRef,
    query: RunListQuery = {},
  ): Promise<EntityRunsResponse> {
    return this.request(`${entityPath(entityRef)}/runs${queryString(query)}`);
  }

  listRuns(query: RunListQuery = {}): Promise<Page<Run>> {
    return this.request(`/runs${queryString(query)}`);
  }

  getRun(id: string): Promise<RunDetailsResponse> {
    return this.request(runPath(id));
  }

  getRunEvents(
    id: string,
    query: { cursor?: string; limit?: number } = {},
  ): Promise<RunEventsResponse> {
    return this.request(`${runPath(id)}/events${queryString(query)}`);
  }

  getRunLogs(id: string, query: RunLogsQuery): Promise<RunLogsResponse> {
    return this.request(`${runPath(id)}/logs${queryString(query)}`);
  }

  startRun(
    entityRef: EntityRef,
    request: StartRunRequest,
  ): Promise<RunActionResponse> {
    return this.post(`${entityPath(entityRef)}/runs`, request);
  }

  stopRun(
    id: string,
    request: { reason?: string },
  ): Promise<RunActionResponse> {
    return this.post(`${runPath(id)}/stop`, request);
  }

  redriveRun(
    id: string,
    request: { clientToken: string },
  ): Promise<RunActionResponse> {
    return this.post(`${runPath(id)}/redrive`, request);
  }

  refresh(request: { entityRef: EntityRef }): Promise<RefreshResponse> {
    return this.post('/refresh', request);
  }

  private post<T>(path: string, body: object): Promise<T> {
    return this.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
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

function runPath(id: string): string {
  return `/runs/${encodeURIComponent(id)}`;
}

function endpointPath(key: string): string {
  return `/endpoints/${encodeURIComponent(key)}`;
}

function queryString(query: object): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      parameters.set(key, String(value));
    }
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}
