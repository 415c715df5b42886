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
import { missingPermission } from './EntityAccess';

/** Rows that are read and checked at a time; more with each time that was not enough. */
const BATCH = 200;
const LARGEST_BATCH = 2_000;

/** A row of a list, and where the list goes on behind it. */
export interface ListedRow<Resource, Position> {
  position: Position;
  resource: Resource;
}

/** A list in an order of its own. */
export interface FleetSource<Resource, Position> {
  /** Rows behind a position, in order. */
  after(
    position: Position | undefined,
    limit: number,
  ): Promise<ListedRow<Resource, Position>[]>;
  entityRef(row: ListedRow<Resource, Position>): EntityRef;
  encode(position: Position): string;
  decode(cursor: string): Position;
}

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
  async page<Resource, Position>(options: {
    source: FleetSource<Resource, Position>;
    permission: ResourcePermission;
    credentials: BackstageCredentials;
    cursor: string | undefined;
    limit: number;
  }): Promise<Page<Resource>> {
    const { source, permission, credentials, limit } = options;
    const unrestricted = await this.unrestricted(permission, credentials);
    let batch = unrestricted ? limit + 1 : BATCH;
    const decided = new Map<EntityRef, boolean>();
    const visible: ListedRow<Resource, Position>[] = [];
    let position = options.cursor ? source.decode(options.cursor) : undefined;
    for (;;) {
      const rows = await source.after(position, batch);
      if (!unrestricted) {
        const refs = new Set(rows.map(source.entityRef));
        await this.decide(
          [...refs].filter(ref => !decided.has(ref)),
          decided,
          permission,
          credentials,
        );
      }
      visible.push(
        ...rows.filter(
          row => unrestricted || decided.get(source.entityRef(row)),
        ),
      );
      if (visible.length > limit || rows.length < batch) {
        break;
      }
      position = rows[rows.length - 1].position;
      batch = Math.min(batch * 2, LARGEST_BATCH);
    }
    const items = visible.slice(0, limit);
    return {
      items: items.map(({ resource }) => resource),
      pageInfo:
        visible.length > limit
          ? { nextCursor: source.encode(items[items.length - 1].position) }
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

  /** Records which of the entities the caller may see. */
  private async decide(
    refs: EntityRef[],
    decided: Map<EntityRef, boolean>,
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (refs.length === 0) {
      return;
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
    refs.forEach(ref => decided.set(ref, false));
    readable.forEach((ref, index) =>
      decided.set(ref, decisions[index].result === AuthorizeResult.ALLOW),
    );
  }
}
