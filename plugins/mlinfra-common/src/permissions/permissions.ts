import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/** See which endpoints an entity has, their status and their URLs. @public */
export const mlinfraInventoryReadPermission = createPermission({
  name: 'mlinfra.inventory.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** See an entity's budgets and costs. @public */
export const mlinfraCostReadPermission = createPermission({
  name: 'mlinfra.cost.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Ask for an entity's data to be collected now. @public */
export const mlinfraRefreshPermission = createPermission({
  name: 'mlinfra.refresh',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Start a run of an entity's pipeline, or redrive one that failed. @public */
export const mlinfraRunStartPermission = createPermission({
  name: 'mlinfra.run.start',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Stop a running run of an entity's pipeline. @public */
export const mlinfraRunStopPermission = createPermission({
  name: 'mlinfra.run.stop',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Send a request to an entity's endpoint from its page, signed by the portal. @public */
export const mlinfraEndpointInvokePermission = createPermission({
  name: 'mlinfra.endpoint.invoke',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** See which AWS accounts are connected, and what fails there. @public */
export const mlinfraAccountReadPermission = createPermission({
  name: 'mlinfra.account.read',
  attributes: { action: 'read' },
});

/** All permissions of the plugin. @public */
export const mlinfraPermissions = [
  mlinfraInventoryReadPermission,
  mlinfraCostReadPermission,
  mlinfraRefreshPermission,
  mlinfraRunStartPermission,
  mlinfraRunStopPermission,
  mlinfraEndpointInvokePermission,
  mlinfraAccountReadPermission,
];
