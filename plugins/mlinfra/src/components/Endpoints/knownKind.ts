import type { EndpointKind } from '@mlinfra/plugin-mlinfra-common';

/** The kinds that there are words for. */
export const ENDPOINT_KINDS: readonly EndpointKind[] = [
  'rest-api',
  'http-api',
  'ecs-service',
  'sagemaker-endpoint',
];

/** A kind that there are words for; undefined for one that only a newer backend knows. */
export function knownKind(kind: EndpointKind): EndpointKind | undefined {
  return ENDPOINT_KINDS.includes(kind) ? kind : undefined;
}
