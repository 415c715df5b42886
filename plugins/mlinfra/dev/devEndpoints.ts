import { parseEntityRef } from '@backstage/catalog-model';
import {
  NotFoundError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type {
  TryEndpointRequest,
  TryEndpointResponse,
} from '@mlinfra/plugin-mlinfra-common';
import {
  endpoint,
  endpointDetails,
  endpointKey,
  endpointMetrics,
  everyKind,
  failedEndpoint,
  failedModelEndpoint,
  metricsResponse,
  service,
  serviceEndpoint,
  tryAnswer,
} from '../src/testing/fixtures';
import type { FixtureAnswers } from '../src/testing/FixtureMlinfraApi';

const endpointRows = [
  ...everyKind(),
  failedEndpoint(),
  endpoint({
    key: endpointKey('updating'),
    id: 'updating',
    name: 'audio-speech-staging-api',
    environment: 'staging',
    status: 'updating',
    statusReason: 'Function audio-speech-staging-predict is being updated.',
  }),
  serviceEndpoint({
    key: endpointKey('inside'),
    id: 'inside',
    status: 'live',
    statusReason: '2 of 2 tasks run.',
    url: undefined,
    services: [service()],
  }),
  ...Array.from({ length: 60 }, (_, index) =>
    (index % 7 === 3 ? failedEndpoint : endpoint)({
      id: `endpoint-${index}`,
      key: endpointKey(`endpoint-${index}`),
      entityRef: `component:default/speech-${index}`,
    }),
  ),
];

/** Pages of endpoints in all states. */
export const endpointAnswers: FixtureAnswers = {
  entityMetrics: async (entityRef, range) =>
    parseEntityRef(entityRef).name === 'partly-failing'
      ? Promise.reject(
          new ServiceUnavailableError('CloudWatch slows requests down.'),
        )
      : metricsResponse({
          range,
          items: everyKind()
            // Of one nothing was measured.
            .filter(({ key }) => key !== failedModelEndpoint().key)
            .map(({ key, services }) =>
              endpointMetrics(key, range, services.length > 0),
            ),
        }),
  endpointDetails: async key => {
    const found = endpointRows.find(each => each.key === key);
    if (!found) {
      throw new NotFoundError(`There is no endpoint ${key} that you may see.`);
    }
    return endpointDetails({
      endpoint: found,
      ...(found.status === 'failed' && {
        tryIt: {
          allowed: false,
          reason: 'not-live',
          message: `${found.name} is failed. Repair it, then try it.`,
        },
      }),
    });
  },
  tryEndpoint: answerOf,
  endpointRows,
};

/** Answers as the body asks: a word in it names what to see. */
async function answerOf(
  key: string,
  { body = '', request }: TryEndpointRequest,
): Promise<TryEndpointResponse> {
  await new Promise(resolve => setTimeout(resolve, 1_200));
  if (body.includes('too-many')) {
    throw await responseError(429, 'One request every 5 seconds.');
  }
  if (body.includes('timeout')) {
    throw await responseError(504, `${key} did not answer within 30 seconds.`);
  }
  if (body.includes('error')) {
    return tryAnswer({ status: 500, body: '{"message":"Internal error"}' });
  }
  return request.startsWith('GET')
    ? tryAnswer({ body: '{"status":"ok"}', durationMs: 21 })
    : tryAnswer({ truncated: body.includes('long') });
}

function responseError(status: number, message: string) {
  return ResponseError.fromResponse(
    new Response(JSON.stringify({ error: { name: 'Error', message } }), {
      status,
      headers: { 'content-type': 'application/json', 'retry-after': '5' },
    }),
  );
}
