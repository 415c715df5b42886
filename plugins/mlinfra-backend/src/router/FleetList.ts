import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { EntityRef, Page } from '@mlinfra/plugin-mlinfra-common';
import type {
  ResourceFilter,
  ResourcePosition,
  ResourceStore,
} from '../database/ResourceStore';
import { decodeCursor, encodeCursor } from './cursor';
import { missingPermission } from './EntityAccess';

/** Rows that are read and checked at a time. */
const BATCH = 200;

/** One page of what a caller may see across all entities. */
export class FleetList {
  constructor(
    private readonly catalog: CatalogService,
    private readonly permissions: PermissionsService,
  ) {}

  /**
   * Reads on until the page is full or nothing is left, so that a page is
   * never short because of rows that the caller may not see.
   */
  async page<Resource>(options: {
    store: ResourceStore<Resource>;
    permission: ResourcePermission;
    credentials: BackstageCredentials;
    filter: ResourceFilter;
    cursor: string | undefined;
    limit: number;
  }): Promise<Page<Resource>> {
    const { store, permission, credentials, filter, limit } = options;
    const unrestricted = await this.unrestricted(permission, credentials);
    const batch = unrestricted ? limit + 1 : BATCH;
    const visible: { position: ResourcePosition; resource: Resource }[] = [];
    let position = options.cursor ? decodeCursor(options.cursor) : undefined;
    for (;;) {
      const rows = await store.after(position, filter, batch);
      const seen = unrestricted
        ? undefined
        : await this.visibleEntities(
            [...new Set(rows.map(row => row.position.entityRef))],
            permission,
            credentials,
          );
      visible.push(
        ...rows.filter(row => !seen || seen.has(row.position.entityRef)),
      );
      if (visible.length > limit || rows.length < batch) {
        break;
      }
      position = rows[rows.length - 1].position;
    }
    const items = visible.slice(0, limit);
    return {
      items: items.map(({ resource }) => resource),
      pageInfo:
        visible.length > limit
          ? { nextCursor: encodeCursor(items[items.length - 1].position) }
          : {},
    };
  }

  /** True when neither the permission nor reading the catalog depends on the entity. */
  private async unrestricted(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const decisions = await this.permissions.authorizeConditional(
      [{ permission }, { permission: catalogEntityReadPermission }],
      { credentials },
    );
    const results = decisions.map(({ result }) => result);
    if (results[0] === AuthorizeResult.DENY) {
      throw missingPermission(permission.name);
    }
    if (results[1] === AuthorizeResult.DENY) {
      throw missingPermission(catalogEntityReadPermission.name);
    }
    return results.every(result => result === AuthorizeResult.ALLOW);
  }

  private async visibleEntities(
    refs: EntityRef[],
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<Set<EntityRef>> {
    if (refs.length === 0) {
      return new Set();
    }
    const { items } = await this.catalog.getEntitiesByRefs(
      { entityRefs: refs, fields: ['kind', 'metadata.name'] },
      { credentials },
    );
    const readable = refs.filter((_, index) => items[index] !== undefined);
    const decisions = await this.permissions.authorize(
      readable.map(resourceRef => ({ permission, resourceRef })),
      { credentials },
    );
    return new Set(
      readable.filter(
        (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
      ),
    );
  }
}
