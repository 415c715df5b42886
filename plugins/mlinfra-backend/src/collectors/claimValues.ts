import type { Tags } from '../aws/InventorySource';
import { claimOf } from './tagClaims';

/** What the tags of some resources claim. */
export function* claimValues(tags: Map<string, Tags>): Iterable<string> {
  for (const each of tags.values()) {
    const claim = claimOf(each);
    if (claim !== undefined) {
      yield claim;
    }
  }
}
