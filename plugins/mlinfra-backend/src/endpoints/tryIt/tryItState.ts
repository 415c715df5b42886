import type {
  EndpointRequest,
  EndpointStatus,
  TryItState,
} from '@mlinfra/plugin-mlinfra-common';
import { mlinfraEndpointInvokePermission } from '@mlinfra/plugin-mlinfra-common';
import type { StoredEndpoint } from '../../collectors/buildEndpoint';
import type { TryItConfig } from '../../config/MlinfraConfig';
import { expectedHost } from './expectedHost';

/** Some of it answers, or may. */
const ANSWERING: EndpointStatus[] = ['live', 'updating', 'degraded'];

/** Whether a request may be sent to an endpoint from the portal, and if not, why; no I/O. */
export function tryItState(
  endpoint: StoredEndpoint,
  requests: EndpointRequest[],
  {
    config,
    emulated,
    permitted,
  }: { config: TryItConfig; emulated: boolean; permitted: boolean },
): TryItState {
  if (!config.enabled) {
    return refused(
      'switched-off',
      'Sending requests from the portal is switched off; mlinfra.tryIt.enabled in its configuration switches it on.',
    );
  }
  if (!permitted) {
    return refused(
      'no-permission',
      `The permission ${mlinfraEndpointInvokePermission.name} is needed for ${endpoint.entityRef}; ask whoever keeps the permission policy of this portal.`,
    );
  }
  if (!ANSWERING.includes(endpoint.status)) {
    return refused('not-live', `Nothing answers: ${endpoint.statusReason}`);
  }
  const reachable = unreachable(endpoint, requests, emulated);
  if (reachable) {
    return refused('not-reachable', reachable);
  }
  if (requests.length === 0) {
    return refused(
      'no-example',
      'It is not known which requests this endpoint answers: its tag mlinfra:stack names no stack that this portal knows.',
    );
  }
  return { allowed: true, maxBodyBytes: config.maxBodyBytes };
}

function unreachable(
  endpoint: StoredEndpoint,
  requests: EndpointRequest[],
  emulated: boolean,
): string | undefined {
  const { kind, url, auth } = endpoint;
  if (kind === 'sagemaker-endpoint') {
    return undefined;
  }
  if (url === undefined) {
    return 'The endpoint has no address that can be reached from outside of its network.';
  }
  if (kind === 'ecs-service' && emulated) {
    return 'The emulated AWS has no load balancers that answer.';
  }
  const foreign = [url, ...requests.map(request => request.url)].find(
    each => !expectedHost(endpoint, each),
  );
  if (foreign !== undefined) {
    return `The portal sends requests only to AWS's own host names, and ${foreign} is none of this endpoint's.`;
  }
  return auth === 'unknown'
    ? 'It is not known how this endpoint wants to be called: its authorizer is of a kind that the portal cannot use.'
    : undefined;
}

function refused(
  reason: Extract<TryItState, { allowed: false }>['reason'],
  message: string,
): TryItState {
  return { allowed: false, reason, message };
}
