import { stackExamples, type Endpoint } from '@mlinfra/plugin-mlinfra-common';
import { requestExample } from './requestExample';

/**
 * A request to an endpoint, to paste into a shell: the right method, the
 * right authentication, and the body that the stack's service takes.
 */
export function curlExample(endpoint: Endpoint, url: string): string {
  const { method = 'GET', auth, stack } = endpoint;
  const request = { id: url, title: url, method, url, auth };
  // Audio is a file, not a text that could stand in an example.
  if (stack === 'inference-api') {
    return `${requestExample(request, endpoint)} \\\n  -F 'audio=@sample.wav'`;
  }
  const example = stackExamples(stack)?.api.find(
    each => each.method === method && url.endsWith(each.path),
  );
  return requestExample(
    { ...request, contentType: example?.contentType, body: example?.body },
    endpoint,
  );
}
