import {
  type Endpoint,
  type EndpointFunction,
  type EndpointService,
  MLINFRA_TAGS,
  stackEndpoint,
} from '@mlinfra/plugin-mlinfra-common';
import type { AwsTarget } from '../aws/AwsTarget';
import type {
  ApiDetails,
  ApiSummary,
  StageDetails,
  Tags,
} from '../aws/InventorySource';
import { shortId } from '../database/shortId';
import { apiConsoleUrl } from '../links/consoleLinks';
import { commonAuth } from '../status/commonAuth';
import { endpointStatus } from '../status/endpointStatus';
import { findRoute } from '../status/findRoute';
import type { FunctionHealth } from '../status/functionStatus';
import type { StatusReason } from '../status/worstOf';
import { apiDeployments } from './apiDeployments';
import { newestDeployments } from './newestDeployments';

/** A function behind an API, as shown and as judged. */
export interface FoundFunction {
  health: FunctionHealth;
  shown: EndpointFunction;
}

/** All that was read about one stage of an API, or about an API without one. */
export interface EndpointFacts {
  target: AwsTarget;
  emulated: boolean;
  entityRef: string;
  api: ApiSummary;
  /** The stage's over the API's. */
  tags: Tags;
  /** Absent while not read. */
  details?: ApiDetails;
  stage?: StageDetails;
  functions: FoundFunction[];
  /** What is known of the links into networks. */
  links: StatusReason[];
  /** Behind these links. */
  services: EndpointService[];
  /** Why what answers behind such a link is not known. */
  hidden?: string;
  collectedAt: string;
}

/** An endpoint as it is stored; the account's name is added when it is read. */
export type StoredEndpoint = Omit<Endpoint, 'accountName'>;

/** Puts an endpoint together from what was read; no I/O. */
export function buildEndpoint(facts: EndpointFacts): StoredEndpoint {
  const { target, api, details, stage, tags, functions } = facts;
  const stack = tags[MLINFRA_TAGS.stack];
  const promised = stackEndpoint(stack);
  const request = promised?.kind === api.kind ? promised : undefined;
  const route = request && findRoute(details?.routes ?? [], request);
  const { status, reason } = endpointStatus({
    api,
    detailsRead: details !== undefined,
    stage,
    missingRoute:
      request && !route ? `${request.method} ${request.path}` : undefined,
    functions: functions.map(each => each.health),
    links: facts.links,
    services: facts.services.map(each => ({
      status: each.status,
      reason: each.statusReason,
    })),
    hidden: facts.hidden,
  });
  const id = stage?.arn ?? api.arn;
  return {
    id,
    key: shortId(id),
    entityRef: facts.entityRef,
    kind: api.kind,
    name: api.name,
    status,
    statusReason: reason,
    url: stage?.deploymentId
      ? endpointUrl(api, stage.name, request?.path ?? '')
      : undefined,
    method: request?.method,
    auth: route ? route.auth : commonAuth(details?.routes ?? []),
    stack,
    environment: tags[MLINFRA_TAGS.environment],
    templateVersion: tags[MLINFRA_TAGS.templateVersion],
    accountId: target.accountId,
    region: target.region,
    functions: functions.map(each => each.shown),
    services: facts.services,
    deployments: newestDeployments(apiDeployments(stage, functions)),
    deployedAt: stage?.deploymentId ? stage.deployedAt : undefined,
    consoleUrl: facts.emulated
      ? undefined
      : apiConsoleUrl(api.kind, api.id, target.region),
    collectedAt: facts.collectedAt,
  };
}

function endpointUrl(
  { baseUrl }: ApiSummary,
  stage: string,
  path: string,
): string | undefined {
  if (!baseUrl) {
    return undefined;
  }
  return stage === '$default'
    ? `${baseUrl}${path || '/'}`
    : `${baseUrl}/${stage}${path}`;
}
