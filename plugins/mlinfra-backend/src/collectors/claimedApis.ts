import type { EntityRef } from '@mlinfra/plugin-mlinfra-common';
import type { ApiSummary, Tags } from '../aws/InventorySource';
import type { Verdict } from '../claims/ClaimChecker';
import { apiTags, claimOf } from './tagClaims';

/** An API of which at least one stage belongs to an entity. */
export interface ClaimedApi {
  api: ApiSummary;
  tags: Tags;
  stageTags: Map<string, Tags>;
  entityRefs: EntityRef[];
}

/** The APIs that an entity may have, by their own tag or by a stage's. */
export function claimedApis(
  apis: ApiSummary[],
  tagged: Map<string, Tags>,
  verdicts: Map<string, Verdict>,
): ClaimedApi[] {
  const stages = stagesByApi(tagged);
  return apis.flatMap(api => {
    const tags = apiTags(api, tagged);
    const stageTags = stages.get(api.arn) ?? new Map();
    const entityRefs = [tags, ...stageTags.values()].flatMap(each => {
      const claim = verdicts.get(claimOf(each) ?? '');
      return claim?.accepted ? [claim.entityRef] : [];
    });
    return entityRefs.length > 0 ? [{ api, tags, stageTags, entityRefs }] : [];
  });
}

function stagesByApi(
  tagged: Map<string, Tags>,
): Map<string, Map<string, Tags>> {
  const byApi = new Map<string, Map<string, Tags>>();
  for (const [arn, tags] of tagged) {
    const [api, stage] = arn.split('/stages/');
    if (stage !== undefined) {
      byApi.set(api, (byApi.get(api) ?? new Map()).set(arn, tags));
    }
  }
  return byApi;
}
