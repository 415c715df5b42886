import { MLINFRA_TAGS, stackEndpoint } from '@mlinfra/plugin-mlinfra-common';
import { shortId } from '../../database/shortId';
import { serviceConsoleUrl } from '../../links/consoleLinks';
import { loadBalancerStatus } from '../../status/loadBalancerStatus';
import { type StatusReason, worstOf } from '../../status/worstOf';
import type { StoredEndpoint } from '../buildEndpoint';
import type { CollectionInput } from '../Collector';
import type { ClaimedResource } from '../inventory/InventoryContext';
import { newestDeployments } from '../newestDeployments';
import { balancersOf, publicListener } from './balancersOf';
import type { FoundService, FoundServices } from './ServiceFacts';
import { serviceDeployments } from './serviceDeployments';

/** A service as an endpoint of its own; no I/O. `service` is absent while it has not been read. */
export function buildServiceEndpoint(
  { account, call, now }: CollectionInput,
  { arn, tags, entityRef }: ClaimedResource,
  service: FoundService | undefined,
  leading: Omit<FoundServices, 'services'>,
): StoredEndpoint {
  const [, cluster = '', name = arn] = arn.split('/');
  const stack = tags[MLINFRA_TAGS.stack];
  const promised = stackEndpoint(stack);
  const request = promised?.kind === 'ecs-service' ? promised : undefined;
  const reached = service && publicListener(service.facts.service, leading);
  const { status, reason } = statusOf(service, leading);
  const current = service?.facts.service.deployments[0];
  return {
    id: arn,
    key: shortId(arn),
    entityRef,
    kind: 'ecs-service',
    name,
    status,
    statusReason: reason,
    url: reached && `${reached.url}${request?.path ?? '/'}`,
    method: request?.method,
    auth: reached && !reached.listener.authenticates ? 'none' : 'unknown',
    stack,
    environment: tags[MLINFRA_TAGS.environment],
    templateVersion: tags[MLINFRA_TAGS.templateVersion],
    accountId: call.accountId,
    region: call.region,
    functions: [],
    services: service ? [service.shown] : [],
    deployments: service
      ? newestDeployments(serviceDeployments(service.facts.service))
      : [],
    deployedAt: current?.createdAt ?? service?.facts.service.createdAt,
    consoleUrl: account.emulated
      ? undefined
      : serviceConsoleUrl(cluster, name, call.region),
    collectedAt: now,
  };
}

function statusOf(
  service: FoundService | undefined,
  leading: Omit<FoundServices, 'services'>,
): StatusReason {
  if (!service) {
    return {
      status: 'unknown',
      reason:
        'The service has not been read yet; the next collection reads it.',
    };
  }
  const { shown, facts } = service;
  return worstOf([
    { status: shown.status, reason: shown.statusReason },
    ...balancersOf(facts.service, leading).map(loadBalancerStatus),
  ]);
}
