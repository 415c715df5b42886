import type {
  ApiDetails,
  ApiSummary,
  FunctionState,
  FunctionSummary,
} from '../../aws/InventorySource';
import { functionOf } from '../../aws/lambdaArn';
import { type ClaimedApi, claimedApis } from '../claimedApis';
import type { CollectionInput } from '../Collector';
import { functionArns } from '../findFunctions';
import type { InventoryContext, Part } from '../inventory/InventoryContext';
import { type Details, readDetails } from '../readDetails';
import { sortedTags } from '../tagClaims';
import type { FoundServices } from '../services/ServiceFacts';
import { apiRows, type VpcLinks } from './apiRows';

/** The APIs and functions of a region, as its lists show them. */
export interface Listed {
  apis: ApiSummary[];
  functions: FunctionSummary[];
}

/** Reads the APIs of a region. `services` is absent where these could not be read. */
export async function collectApis(
  context: InventoryContext,
  { apis, functions }: Listed,
  services: FoundServices | undefined,
): Promise<Part> {
  const { tags, verdicts } = context;
  const claimed = claimedApis(apis, tags, verdicts);
  const details = await apiDetails(context, claimed);
  const called = calledFunctions(details, functions);
  const states = await functionStates(context, claimed, details, called);
  states.gone.forEach(arn => called.delete(arn));
  const links = await vpcLinks(context, details);
  return {
    rows: claimed.flatMap(each =>
      details.gone.has(each.api.arn)
        ? []
        : apiRows(context, each, {
            details: details.contents.get(each.api.arn),
            called,
            states: states.contents,
            services,
            links,
          }),
    ),
    details: [...details.kept, ...states.kept],
    incomplete: details.incomplete || states.incomplete,
  };
}

function apiDetails(
  { source, input }: InventoryContext,
  claimed: ClaimedApi[],
): Promise<Details<ApiDetails>> {
  const apis = new Map(claimed.map(({ api }) => [api.arn, api]));
  return readDetails<ApiDetails>(input, {
    candidates: claimed.map(({ api, tags, stageTags, entityRefs }) => ({
      arn: api.arn,
      fingerprint: JSON.stringify([
        api.name,
        api.state,
        sortedTags(tags),
        [...stageTags].map(([arn, each]) => [arn, sortedTags(each)]).sort(),
      ]),
      refreshedAt: latestRefresh(input, entityRefs),
    })),
    read: arn => source.apiDetails(input.call, apis.get(arn)!),
    isSettled: ({ stages }) =>
      stages.length > 0 &&
      stages.every(stage => stage.deploymentId && !stage.deploymentFailure),
  });
}

/** The functions that APIs call, by the ARNs by which they are called. */
function calledFunctions(
  { contents }: Details<ApiDetails>,
  functions: FunctionSummary[],
): Map<string, FunctionSummary> {
  const listed = new Map(functions.map(each => [each.arn, each]));
  const arns = [...contents.values()].flatMap(functionArns);
  return new Map(
    arns.flatMap(arn => {
      const summary = listed.get(functionOf(arn).arn);
      return summary ? [[arn, summary] as const] : [];
    }),
  );
}

function functionStates(
  { source, input }: InventoryContext,
  claimed: ClaimedApi[],
  details: Details<ApiDetails>,
  called: Map<string, FunctionSummary>,
): Promise<Details<FunctionState>> {
  const refreshedAt = new Map<string, string | undefined>();
  for (const { api, entityRefs } of claimed) {
    for (const arn of functionArns(details.contents.get(api.arn))) {
      const asked = latestRefresh(input, entityRefs);
      refreshedAt.set(arn, later(refreshedAt.get(arn), asked));
    }
  }
  return readDetails<FunctionState>(input, {
    candidates: [...refreshedAt].flatMap(([arn, asked]) => {
      const summary = called.get(arn);
      return summary
        ? [{ arn, fingerprint: summary.revision, refreshedAt: asked }]
        : [];
    }),
    read: arn => {
      const { name, qualifier } = functionOf(arn);
      return source.functionState(input.call, name, qualifier);
    },
    isSettled: ({ state, lastUpdateStatus }) =>
      state === 'Active' && lastUpdateStatus === 'Successful',
  });
}

/** All links of the generations that APIs lead through; one whose links could not be read is left out. */
async function vpcLinks(
  { source, input, problems }: InventoryContext,
  { contents }: Details<ApiDetails>,
): Promise<VpcLinks> {
  const generations = new Set(
    [...contents.values()].flatMap(({ routes }) =>
      routes.flatMap(({ link }) => link?.generation ?? []),
    ),
  );
  const found: VpcLinks = new Map();
  for (const generation of generations) {
    const links = await problems.tolerate(
      () => source.vpcLinks(input.call, generation),
      () => undefined,
    );
    if (links) {
      found.set(generation, links);
    }
  }
  return found;
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
