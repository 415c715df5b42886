import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { StoredBudget } from '../collectors/buildBudget';
import type { StoredEndpoint } from '../collectors/buildEndpoint';
import type { CollectionStates } from '../collection/CollectionStates';
import type { RefreshRequests } from '../collection/RefreshRequests';
import type { MlinfraConfig } from '../config/MlinfraConfig';
import type { CollectionStore } from '../database/CollectionStore';
import type { ResourceStore } from '../database/ResourceStore';
import type { EntityAccess } from './EntityAccess';
import type { FleetList } from './FleetList';

/** What the routes work with. */
export interface RouterOptions {
  config: MlinfraConfig;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  catalog: CatalogService;
  permissions: PermissionsService;
  endpoints: ResourceStore<StoredEndpoint>;
  budgets: ResourceStore<StoredBudget>;
  collections: CollectionStore;
  states: CollectionStates;
  refreshRequests: RefreshRequests;
}

/** What the routes share beside. */
export interface RouteContext extends RouterOptions {
  access: EntityAccess;
  fleet: FleetList;
}
