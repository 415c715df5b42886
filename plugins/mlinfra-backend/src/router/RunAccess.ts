import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  mlinfraInventoryReadPermission,
  mlinfraRunStartPermission,
  mlinfraRunStopPermission,
  type RunRights,
} from '@mlinfra/plugin-mlinfra-common';
import type { RunRecord } from '../runs/model';
import type { RunStore } from '../runs/store/RunStore';
import { type EntityAccess, missingPermission } from './EntityAccess';

/** Decides what a caller may see or do of one run, which is what he may of its entity. */
export class RunAccess {
  constructor(
    private readonly runs: Pick<RunStore, 'byId'>,
    private readonly access: EntityAccess,
  ) {}

  /**
   * The run, when its entity can be read by the caller.
   *
   * @throws NotFoundError the same for a run that is not there and for one that may not be seen.
   */
  async readable(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<RunRecord> {
    const record = await this.runs.byId(id);
    if (record) {
      try {
        await this.access.readable(record.run.entityRef, credentials);
        return record;
      } catch (error) {
        if (!(error instanceof NotFoundError)) {
          throw error;
        }
      }
    }
    throw new NotFoundError(
      `There is no run ${id} that you may see; a run is kept for a limited time after it has ended`,
    );
  }

  /** The run, when the caller may see what its entity has. */
  async visible(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<RunRecord> {
    const record = await this.readable(id, credentials);
    await this.require(
      mlinfraInventoryReadPermission,
      record.run.entityRef,
      credentials,
    );
    return record;
  }

  /** What the caller may do, when he may see what the entity has; asked for at once. */
  async rights(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<RunRights> {
    const [read, start, stop] = await this.access.allowed(
      [
        mlinfraInventoryReadPermission,
        mlinfraRunStartPermission,
        mlinfraRunStopPermission,
      ],
      entityRef,
      credentials,
    );
    if (!read) {
      throw missingPermission(mlinfraInventoryReadPermission.name, entityRef);
    }
    return { start, stop };
  }

  async require(
    permission: ResourcePermission,
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    await this.access.require(permission, entityRef, credentials);
  }
}
