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

/** Filters and position of the fleet's endpoints. @public */
export interface EndpointListQuery extends ListQuery {
  /** Only of this kind: see `EndpointKind`. */
  kind?: string;
}

/** Filters and position of a list of runs, newest first. @public */
export interface RunListQuery extends ListQuery {
  /** Only of this state machine. */
  pipelineId?: string;
  /** Started at or after, ISO 8601. */
  from?: string;
  /** Started before, ISO 8601. */
  to?: string;
}

/** Which part of a step's log is wanted. @public */
export interface RunLogsQuery {
  /** Id of a step. */
  step: string;
  /** The last one by default. */
  attempt?: number;
  cursor?: string;
  /** 1 to 1,000, 200 by default. */
  limit?: number;
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
  /** Metrics of all endpoints of an entity, read at once. */
  getEntityMetrics(
    entityRef: EntityRef,
    query?: { range?: MetricRange },
  ): Promise<EndpointMetricsResponse>;
  /** @throws ResponseError 404 for an endpoint that does not exist or may not be seen. */
  getEndpoint(key: string): Promise<EndpointDetailsResponse>;
  getEndpointMetrics(
    key: string,
    query?: { range?: MetricRange },
  ): Promise<EndpointMetricsResponse>;
  /** Sends one request to an endpoint. An answer with an error status resolves; only what never reached it rejects. */
  tryEndpoint(
    key: string,
    request: TryEndpointRequest,
  ): Promise<TryEndpointResponse>;
  listEndpoints(query?: EndpointListQuery): Promise<Page<Endpoint>>;
  listBudgets(query?: ListQuery): Promise<Page<Budget>>;
  getAccounts(): Promise<AccountsResponse>;
  getEntityRuns(
    entityRef: EntityRef,
    query?: RunListQuery,
  ): Promise<EntityRunsResponse>;
  listRuns(query?: RunListQuery): Promise<Page<Run>>;
  /** @throws ResponseError 404 for a run that does not exist or may not be seen. */
  getRun(id: string): Promise<RunDetailsResponse>;
  getRunEvents(
    id: string,
    query?: { cursor?: string; limit?: number },
  ): Promise<RunEventsResponse>;
  getRunLogs(id: string, query: RunLogsQuery): Promise<RunLogsResponse>;
  startRun(
    entityRef: EntityRef,
    request: StartRunRequest,
  ): Promise<RunActionResponse>;
  stopRun(id: string, request: { reason?: string }): Promise<RunActionResponse>;
  redriveRun(
    id: string,
    request: { clientToken: string },
  ): Promise<RunActionResponse>;
  refresh(request: { entityRef: EntityRef }): Promise<RefreshResponse>;
}
