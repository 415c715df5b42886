import {
  type EndpointRequest,
  stackEndpoint,
  type StackExample,
  stackExamples,
} from '@mlinfra/plugin-mlinfra-common';
import { partitionOf } from '../../aws/partition';
import type { StoredEndpoint } from '../../collectors/buildEndpoint';

/** What answers behind a load balancer is a page or an API of its own; its root is all that is known. */
const PAGE: StackExample = { title: 'The root', method: 'GET', path: '/' };

/** Requests that an endpoint answers, the main one first; no I/O. */
export function endpointRequests(endpoint: StoredEndpoint): EndpointRequest[] {
  switch (endpoint.kind) {
    case 'rest-api':
    case 'http-api':
      return apiRequests(endpoint);
    case 'ecs-service':
      return endpoint.url === undefined
        ? []
        : [request(endpoint, endpoint.url, PAGE)];
    case 'sagemaker-endpoint':
      return modelRequests(endpoint);
    default:
      return [];
  }
}

function apiRequests(endpoint: StoredEndpoint): EndpointRequest[] {
  const main = stackEndpoint(endpoint.stack);
  const { kind, url } = endpoint;
  if (url === undefined || main?.kind !== kind || !url.endsWith(main.path)) {
    return [];
  }
  const base = url.slice(0, -main.path.length);
  const examples = stackExamples(endpoint.stack)?.api ?? [];
  return examples.map(example =>
    request(endpoint, `${base}${example.path}`, example),
  );
}

function modelRequests(endpoint: StoredEndpoint): EndpointRequest[] {
  const { name, region } = endpoint;
  const example = stackExamples(endpoint.stack)?.model;
  const host = `runtime.sagemaker.${region}.${partitionOf(region).dnsSuffix}`;
  const path = `/endpoints/${encodeURIComponent(name)}/invocations`;
  return example
    ? [
        request(
          { ...endpoint, auth: 'iam' },
          `https://${host}${path}`,
          { ...example, method: 'POST', path },
          'sagemaker',
        ),
      ]
    : [];
}

function request(
  { auth }: StoredEndpoint,
  url: string,
  { title, method, path, contentType, body }: StackExample,
  signingService: EndpointRequest['signingService'] = 'execute-api',
): EndpointRequest {
  return {
    id: `${method} ${path}`,
    title,
    method,
    url,
    auth,
    signingService: auth === 'iam' ? signingService : undefined,
    contentType,
    body,
  };
}
