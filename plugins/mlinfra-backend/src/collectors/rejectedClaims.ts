import type { Tags } from '../aws/InventorySource';
import type { Verdict } from '../claims/ClaimChecker';
import type { CollectionOutput } from './Collector';
import { claimOf } from './tagClaims';

/** The resources whose tag names an entity that they may not speak for. */
export function rejectedClaims(
  tags: Map<string, Tags>,
  verdicts: Map<string, Verdict>,
): CollectionOutput['rejected'] {
  return [...tags].flatMap(([resourceArn, each]) => {
    const claimedEntityRef = claimOf(each);
    const verdict =
      claimedEntityRef === undefined
        ? undefined
        : verdicts.get(claimedEntityRef);
    return claimedEntityRef !== undefined && verdict && !verdict.accepted
      ? [{ resourceArn, claimedEntityRef, reason: verdict.reason }]
      : [];
  });
}
