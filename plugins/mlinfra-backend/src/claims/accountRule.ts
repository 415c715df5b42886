import {
  type Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import type { AccountConfig } from '../config/MlinfraConfig';

/**
 * Why an account may not speak for an entity, by the account's `owners` and
 * `entityFilter`; undefined when it may.
 */
export function refusal(
  account: AccountConfig,
  entity: Entity,
): string | undefined {
  const { accountId, owners, entityFilter } = account;
  if (owners && !ownersOf(entity).some(owner => owners.includes(owner))) {
    return `Account ${accountId} may only be claimed for entities of ${owners.join(
      ', ',
    )} (mlinfra.accounts owners), and the entity has another owner.`;
  }
  if (entityFilter && !evaluateFilterPredicate(entityFilter, entity)) {
    return `The entity does not match the entityFilter of account ${accountId} (mlinfra.accounts).`;
  }
  return undefined;
}

function ownersOf(entity: Entity): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === RELATION_OWNED_BY)
    .map(relation => stringifyEntityRef(parseEntityRef(relation.targetRef)));
}
