import { MLINFRA_TAGS } from '@mlinfra/plugin-mlinfra-common';
import type { ApiSummary, Tags } from '../aws/InventorySource';

/** The value of the tag that names an entity. */
export function claimOf(tags: Tags | undefined): string | undefined {
  return tags?.[MLINFRA_TAGS.entityRef];
}

/** Tags in an order that does not change by itself. */
export function sortedTags(tags: Tags): [string, string][] {
  return Object.entries(tags).sort(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * An API's tags. The API's own list is up to date, while the tagging API
 * follows with a delay but knows tags of stages.
 */
export function apiTags(api: ApiSummary, tagged: Map<string, Tags>): Tags {
  return { ...tagged.get(api.arn), ...api.tags };
}
