import { claimOf } from '../tagClaims';
import type { ClaimedResource, InventoryContext } from './InventoryContext';

/** The resources whose ARN begins as asked for after account and region, and that may speak for an entity. */
export function claimedResources(
  { tags, verdicts }: Pick<InventoryContext, 'tags' | 'verdicts'>,
  service: string,
  resource: string,
): ClaimedResource[] {
  return [...tags].flatMap(([arn, each]) => {
    const [, , ofService, , , ...rest] = arn.split(':');
    const verdict = verdicts.get(claimOf(each) ?? '');
    return ofService === service &&
      rest.join(':').startsWith(resource) &&
      verdict?.accepted
      ? [{ arn, tags: each, entityRef: verdict.entityRef }]
      : [];
  });
}
