import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { EntityRef } from '@mlinfra/plugin-mlinfra-common';

/** Decides what a caller may see or do of one entity. */
export class EntityAccess {
  constructor(
    private readonly catalog: CatalogService,
    private readonly permissions: PermissionsService,
  ) {}

  /**
   * The entity, read as the caller.
   *
   * @throws NotFoundError also when it exists and the caller may not read it.
   */
  async readable(
    entityRef: EntityRef,
    credentials: BackstageCredentials,
  ): Promise<Entity> {
    const entity = await this.catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(
        `The catalog has no entity ${entityRef} that you may read`,
      );
    }
    return entity;
  }

  /** Which of the permissions the caller has for the entity, in their order. */
  async allowed(
    permissions: ResourcePermission[],
    entityRef: EntityRef,
    credentials: BackstageCredentials,
  ): Promise<boolean[]> {
    const decisions = await this.permissions.authorize(
      permissions.map(permission => ({ permission, resourceRef: entityRef })),
      { credentials },
    );
    return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
  }

  /** @throws NotAllowedError */
  async require(
    permission: ResourcePermission,
    entityRef: EntityRef,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [allowed] = await this.allowed([permission], entityRef, credentials);
    if (!allowed) {
      throw missingPermission(permission.name, entityRef);
    }
  }
}

/** Names the permission, so that a person knows what to ask for. */
export function missingPermission(
  permission: string,
  entityRef?: EntityRef,
): NotAllowedError {
  const where = entityRef ? ` for ${entityRef}` : '';
  return new NotAllowedError(
    `The permission ${permission} is needed${where}; ask whoever keeps the permission policy of this portal`,
  );
}
