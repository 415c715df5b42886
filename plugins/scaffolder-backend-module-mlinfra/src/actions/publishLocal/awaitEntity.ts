import { setTimeout as sleep } from 'node:timers/promises';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const POLL_MS = 1000;

/**
 * Waits until the catalog holds an entity, so that a link to its page leads
 * somewhere.
 *
 * @returns whether it does, at the latest after `withinMs`
 */
export async function awaitEntity(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  entityRef: string;
  withinMs: number;
  signal?: AbortSignal;
}): Promise<boolean> {
  const { catalog, credentials, entityRef, signal } = options;
  const deadline = Date.now() + options.withinMs;
  for (;;) {
    if (await catalog.getEntityByRef(entityRef, { credentials })) {
      return true;
    }
    if (Date.now() + POLL_MS > deadline) {
      return false;
    }
    await sleep(POLL_MS, undefined, { signal });
  }
}
