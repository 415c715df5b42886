import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntityRef } from '@mlinfra/plugin-mlinfra-common';
import type { AccountConfig } from '../config/MlinfraConfig';
import { refusal } from './accountRule';
import { parseClaim } from './parseClaim';

const PER_REQUEST = 200;

/** What became of a tag's claim. */
export type Verdict =
  | { accepted: true; entityRef: EntityRef }
  | { accepted: false; reason: string };

/** Decides which entities the tags of an account may name. */
export class ClaimChecker {
  constructor(
    private readonly catalog: CatalogService,
    private readonly auth: AuthService,
  ) {}

  /** Verdicts by the tag's value, with one catalog request per 200 entities. */
  async check(
    account: AccountConfig,
    values: Iterable<string>,
  ): Promise<Map<string, Verdict>> {
    const refs = new Map(
      [...new Set(values)].map(value => [value, parseClaim(value)] as const),
    );
    const entities = await this.read([
      ...new Set([...refs.values()].filter(ref => ref !== undefined)),
    ]);
    return new Map(
      [...refs].map(([value, ref]) => [
        value,
        verdict(account, value, ref, ref ? entities.get(ref) : undefined),
      ]),
    );
  }

  private async read(refs: EntityRef[]): Promise<Map<EntityRef, Entity>> {
    const found = new Map<EntityRef, Entity>();
    const credentials = await this.auth.getOwnServiceCredentials();
    for (let start = 0; start < refs.length; start += PER_REQUEST) {
      const chunk = refs.slice(start, start + PER_REQUEST);
      const { items } = await this.catalog.getEntitiesByRefs(
        { entityRefs: chunk },
        { credentials },
      );
      items.forEach((entity, index) => {
        if (entity) {
          found.set(chunk[index], entity);
        }
      });
    }
    return found;
  }
}

function verdict(
  account: AccountConfig,
  value: string,
  entityRef: EntityRef | undefined,
  entity: Entity | undefined,
): Verdict {
  if (!entityRef) {
    return {
      accepted: false,
      reason: `"${value}" is no entity reference; write the tag like component:default/speech.`,
    };
  }
  if (!entity) {
    return {
      accepted: false,
      reason: `The catalog has no entity ${entityRef}; register it, or correct the tag.`,
    };
  }
  const reason = refusal(account, entity);
  return reason ? { accepted: false, reason } : { accepted: true, entityRef };
}
