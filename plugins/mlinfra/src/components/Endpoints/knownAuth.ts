import type { EndpointAuth } from '@mlinfra/plugin-mlinfra-common';

const KNOWN: EndpointAuth[] = ['none', 'api-key', 'iam', 'jwt', 'unknown'];

/** What a newer backend may send is unknown, never "open to anyone". */
export function knownAuth(auth: EndpointAuth): EndpointAuth {
  return KNOWN.includes(auth) ? auth : 'unknown';
}
