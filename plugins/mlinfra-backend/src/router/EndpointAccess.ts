import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  mlinfraEndpointInvokePermission,
  mlinfraInventoryReadPermission,
} from '@mlinfra/plugin-mlinfra-common';
import type { StoredEndpoint } from '../collectors/buildEndpoint';
import type { EndpointStore } from '../database/EndpointStore';
import type { EntityAccess } from './EntityAccess';

/** An endpoint that the caller may see, and whether he may send requests to it. */
export interface SeenEndpoint {
  endpoint: StoredEndpoint;
  mayInvoke: boolean;
}

/** Decides what a caller may see or do of one endpoint, which is what he may of its entity. */
export class EndpointAccess {
  constructor(
    private readonly endpoints: Pick<EndpointStore, 'ofKey'>,
    private readonly access: EntityAccess,
  ) {}

  /** @throws NotFoundError the same for an endpoint that is not there and for one that may not be seen. */
  async visible(
    key: string,
    credentials: BackstageCredentials,
  ): Promise<SeenEndpoint> {
    const endpoint = await this.endpoints.ofKey(key);
    if (endpoint && (await this.readable(endpoint.entityRef, credentials))) {
      const [read, mayInvoke] = await this.access.allowed(
        [mlinfraInventoryReadPermission, mlinfraEndpointInvokePermission],
        endpoint.entityRef,
        credentials,
      );
      if (read) {
        return { endpoint, mayInvoke };
      }
    }
    throw new NotFoundError(
      `There is no endpoint ${key} that you may see; it takes ${mlinfraInventoryReadPermission.name} for its entity, and one that was deleted in AWS is gone here with the next collection`,
    );
  }

  private async readable(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    try {
      await this.access.readable(entityRef, credentials);
      return true;
    } catch (error) {
      if (error instanceof NotFoundError) {
        return false;
      }
      throw error;
    }
  }
}
