import type {
  ApiDetails,
  FunctionState,
  FunctionSummary,
  InventorySource,
  Tags,
} from '../aws/InventorySource';
import type { ClaimChecker, Verdict } from '../claims/ClaimChecker';
import type { ResourceRow } from '../database/tables';
import { buildEndpoint } from './buildEndpoint';
import { claimValues } from './claimValues';
import { type ClaimedApi, claimedApis } from './claimedApis';
import type { CollectionInput, CollectionOutput, Collector } from './Collector';
import { findFunctions, functionArns } from './findFunctions';
import { type Details, readDetails } from './readDetails';
import { rejectedClaims } from './rejectedClaims';
import { apiTags, claimOf } from './tagClaims';

/** Reads the endpoints of one account and region. */
export class InventoryCollector implements Collector {
  readonly id = 'inventory';

  constructor(
    private readonly source: InventorySource,
    private readonly claims: ClaimChecker,
  ) {}

  async collect(input: CollectionInput): Promise<CollectionOutput> {
    const { account, call } = input;
    const [tagged, apis, functions] = await Promise.all([
      this.source.taggedResources(call),
      this.source.apis(call),
      this.source.functions(call),
    ]);
    const tags = new Map(tagged);
    apis.forEach(api => tags.set(api.arn, apiTags(api, tagged)));
    const verdicts = await this.claims.check(account, claimValues(tags));
    const claimed = claimedApis(apis, tags, verdicts);
    const details = await this.apiDetails(input, claimed);
    const listed = new Map(functions.map(each => [each.arn, each]));
    const states = await this.functionStates(input, claimed, details, listed);
    states.gone.forEach(arn => listed.delete(arn));
    return {
      rows: claimed.flatMap(each =>
        details.gone.has(each.api.arn)
          ? []
          : endpointRows(input, each, verdicts, details, listed, states),
      ),
      rejected: rejectedClaims(tags, verdicts),
      details: [...details.kept, ...states.kept],
      incomplete: details.incomplete || states.incomplete,
    };
  }

  private apiDetails(
    input: CollectionInput,
    claimed: ClaimedApi[],
  ): Promise<Details<ApiDetails>> {
    const apis = new Map(claimed.map(({ api }) => [api.arn, api]));
    return readDetails<ApiDetails>(input, {
      candidates: claimed.map(({ api, tags, stageTags, entityRefs }) => ({
        arn: api.arn,
        fingerprint: JSON.stringify([
          api.name,
          api.state,
          sorted(tags),
          [...stageTags].map(([arn, each]) => [arn, sorted(each)]).sort(),
        ]),
        refreshedAt: latestRefresh(input, entityRefs),
      })),
      read: arn => this.source.apiDetails(input.call, apis.get(arn)!),
      isSettled: ({ stages }) =>
        stages.length > 0 &&
        stages.every(stage => stage.deploymentId && !stage.deploymentFailure),
    });
  }

  private functionStates(
    input: CollectionInput,
    claimed: ClaimedApi[],
    details: Details<ApiDetails>,
    listed: Map<string, FunctionSummary>,
  ): Promise<Details<FunctionState>> {
    const refreshedAt = new Map<string, string | undefined>();
    for (const { api, entityRefs } of claimed) {
      for (const arn of functionArns(details.contents.get(api.arn))) {
        const asked = latestRefresh(input, entityRefs);
        const before = refreshedAt.get(arn);
        refreshedAt.set(arn, later(before, asked));
      }
    }
    return readDetails<FunctionState>(input, {
      candidates: [...refreshedAt].flatMap(([arn, asked]) => {
        const summary = listed.get(arn);
        return summary
          ? [{ arn, fingerprint: summary.revision, refreshedAt: asked }]
          : [];
      }),
      read: arn => this.source.functionState(input.call, listed.get(arn)!.name),
      isSettled: ({ state, lastUpdateStatus }) =>
        state === 'Active' && lastUpdateStatus === 'Successful',
    });
  }
}

function endpointRows(
  { account, call, now }: CollectionInput,
  { api, tags, stageTags }: ClaimedApi,
  verdicts: Map<string, Verdict>,
  details: Details<ApiDetails>,
  listed: Map<string, FunctionSummary>,
  states: Details<FunctionState>,
): ResourceRow[] {
  const content = details.contents.get(api.arn);
  const { emulated } = account;
  const functions = findFunctions(
    { target: call, emulated },
    functionArns(content),
    listed,
    states.contents,
  );
  const stages = content?.stages.length ? content.stages : [undefined];
  return stages.flatMap(stage => {
    const ownTags = { ...stage?.tags, ...stageTags.get(stage?.arn ?? '') };
    const effective = { ...tags, ...ownTags };
    const verdict = verdicts.get(claimOf(effective) ?? '');
    if (!verdict?.accepted) {
      return [];
    }
    const endpoint = buildEndpoint({
      target: call,
      emulated,
      entityRef: verdict.entityRef,
      api,
      tags: effective,
      details: content,
      stage,
      functions,
      collectedAt: now,
    });
    const { id, entityRef, environment, status } = endpoint;
    return [{ id, entityRef, environment, status, content: endpoint }];
  });
}

function latestRefresh(
  { refreshes }: CollectionInput,
  entityRefs: string[],
): string | undefined {
  return entityRefs.map(ref => refreshes.get(ref)).reduce(later, undefined);
}

function later(one?: string, other?: string): string | undefined {
  return one && other && one > other ? one : other ?? one;
}

function sorted(tags: Tags): [string, string][] {
  return Object.entries(tags).sort(([one], [other]) => (one < other ? -1 : 1));
}
