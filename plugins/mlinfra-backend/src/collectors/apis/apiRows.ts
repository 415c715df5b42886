import type { EndpointService } from '@mlinfra/plugin-mlinfra-common';
import type {
  ApiDetails,
  FunctionState,
  FunctionSummary,
  RouteDetails,
} from '../../aws/InventorySource';
import type {
  VpcLinkGeneration,
  VpcLinkSummary,
} from '../../aws/ServiceSource';
import type { ResourceRow } from '../../database/tables';
import { buildEndpoint, type StoredEndpoint } from '../buildEndpoint';
import type { ClaimedApi } from '../claimedApis';
import { endpointRow } from '../endpointRow';
import { findFunctions, functionArns } from '../findFunctions';
import type { InventoryContext } from '../inventory/InventoryContext';
import { linkStatus } from '../../status/linkStatus';
import { linkedServices } from '../services/linkedServices';
import type { FoundServices } from '../services/ServiceFacts';
import { claimOf } from '../tagClaims';

/** The links of a region by generation; one that could not be read is left out. */
export type VpcLinks = Map<VpcLinkGeneration, VpcLinkSummary[]>;

/** What was read beside the API itself. */
interface Read {
  details: ApiDetails | undefined;
  /** By the ARNs by which the API calls them. */
  called: Map<string, FunctionSummary>;
  states: Map<string, FunctionState>;
  services: FoundServices | undefined;
  links: VpcLinks;
}

/** One endpoint for each stage that belongs to an entity. */
export function apiRows(
  { input, verdicts }: InventoryContext,
  { api, tags, stageTags }: ClaimedApi,
  read: Read,
): ResourceRow[] {
  const { account, call, now, earlier } = input;
  const { details, services } = read;
  const functions = findFunctions(
    { target: call, emulated: account.emulated },
    functionArns(details),
    read.called,
    read.states,
  );
  const linked = services
    ? linkedServices(
        details?.routes ?? [],
        services,
        read.links.get('v1') ?? [],
      )
    : undefined;
  const links = linksOf(details?.routes ?? []).map(({ id, generation }) =>
    linkStatus(id, read.links.get(generation)),
  );
  const stages = details?.stages.length ? details.stages : [undefined];
  return stages.flatMap(stage => {
    const ownTags = { ...stage?.tags, ...stageTags.get(stage?.arn ?? '') };
    const effective = { ...tags, ...ownTags };
    const verdict = verdicts.get(claimOf(effective) ?? '');
    if (!verdict?.accepted) {
      return [];
    }
    const endpoint = buildEndpoint({
      target: call,
      emulated: account.emulated,
      entityRef: verdict.entityRef,
      api,
      tags: effective,
      details,
      stage,
      functions,
      links,
      ...(linked
        ? {
            services: linked.services.map(each => each.shown),
            hidden: linked.hidden,
          }
        : unreadServices(details, earlier, stage?.arn ?? api.arn)),
      collectedAt: now,
    });
    return [endpointRow(endpoint)];
  });
}

/** Each link once. */
function linksOf(routes: RouteDetails[]) {
  const links = routes.flatMap(({ link }) => link ?? []);
  return [...new Map(links.map(each => [each.id, each])).values()];
}

/** Where services could not be read: those that were last known to answer. */
function unreadServices(
  details: ApiDetails | undefined,
  earlier: ResourceRow[],
  id: string,
): { services: EndpointService[]; hidden?: string } {
  if (!details?.routes.some(route => route.privateTarget)) {
    return { services: [] };
  }
  const before = earlier.find(row => row.id === id)?.content;
  const services = (before as StoredEndpoint | undefined)?.services ?? [];
  return {
    services,
    hidden:
      services.length === 0
        ? 'What answers behind the link into the network could not be read.'
        : undefined,
  };
}
