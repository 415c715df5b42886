import type { EndpointKind } from '@mlinfra/plugin-mlinfra-common';

const KNOWN: EndpointKind[] = [
  'rest-api',
  'http-api',
  'ecs-service',
  'sagemaker-endpoint',
];

/** A kind that there are words for; undefined for one that only a newer backend knows. */
export function knownKind(kind: EndpointKind): EndpointKind | undefined {
  return KNOWN.includes(kind) ? kind : undefined;
}
