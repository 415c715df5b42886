import type {
  AuditorService,
  CacheService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { StoredBudget } from '../collectors/buildBudget';
import type { StoredAlarm } from '../collectors/alarms/buildAlarm';
import type { StoredDatabase } from '../collectors/databases/StoredDatabase';
import type { CollectionStates } from '../collection/CollectionStates';
import type { RefreshRequests } from '../collection/RefreshRequests';
import type { MlinfraConfig } from '../config/MlinfraConfig';
import type { CollectionStore } from '../database/CollectionStore';
import type { EndpointStore } from '../database/EndpointStore';
import type { ResourceStore } from '../database/ResourceStore';
import type { ExecutionSource } from '../aws/ExecutionSource';
import type { InvocationSource } from '../aws/InvocationSource';
import type { MetricReader } from '../aws/MetricReader';
import type { RunWatch } from '../runs/collect/RunWatch';
import type { Redactor } from '../runs/redaction/Redactor';
import type { PipelineStore } from '../runs/store/PipelineStore';
import type { RunHistoryStore } from '../runs/store/RunHistoryStore';
import type { RunStore } from '../runs/store/RunStore';
import type { EndpointAccess } from './EndpointAccess';
import type { EntityAccess } from './EntityAccess';
import type { FleetList } from './FleetList';
import type { RunAccess } from './RunAccess';

/** What the routes work with. */
export interface RouterOptions {
  config: MlinfraConfig;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  cache: CacheService;
  logger: LoggerService;
  catalog: CatalogService;
  permissions: PermissionsService;
  endpoints: EndpointStore;
  databases: ResourceStore<StoredDatabase>;
  alarms: ResourceStore<StoredAlarm>;
  budgets: ResourceStore<StoredBudget>;
  collections: CollectionStore;
  states: CollectionStates;
  refreshRequests: RefreshRequests;
  pipelines: PipelineStore;
  runs: RunStore;
  runHistories: RunHistoryStore;
  runWatch: RunWatch;
  executions: ExecutionSource;
  metrics: Pick<MetricReader, 'values'>;
  invocations: InvocationSource;
  redactor: Redactor;
}

/** What the routes share beside. */
export interface RouteContext extends RouterOptions {
  access: EntityAccess;
  fleet: FleetList;
  runAccess: RunAccess;
  endpointAccess: EndpointAccess;
}
