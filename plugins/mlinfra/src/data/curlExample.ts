import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import { curlAuthentication } from './requestExample';
import { shellQuote } from './shellQuote';

/**
 * A request to an endpoint, to paste into a shell: the right method, the
 * right authentication header, and the body that the stack's service takes.
 */
export function curlExample(endpoint: Endpoint, url: string): string {
  const { method = 'GET', auth, region, stack } = endpoint;
  const lines = [
    `curl -X ${
      /^[A-Z]+$/.test(method) ? method : shellQuote(method)
    } ${shellQuote(url)}`,
    ...curlAuthentication(auth, region),
  ];
  if (stack === 'inference-api') {
    lines.push(`-F 'audio=@sample.wav'`);
  }
  return lines.join(' \\\n  ');
}
