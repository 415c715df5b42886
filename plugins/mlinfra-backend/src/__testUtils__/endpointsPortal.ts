import request from 'supertest';
import { FakeInvocations } from './FakeInvocations';
import { component } from './entities';
import { seedEndpoints, storedEndpoint } from './storedEndpoint';
import { type PortalOptions, startPortal } from './startPortal';
import type { MetricReader } from '../aws/MetricReader';

type Values = MetricReader['values'];

const mockAws = {
  values: jest.fn<ReturnType<Values>, Parameters<Values>>(),
  invocations: new FakeInvocations(),
};

jest.mock('../aws/connectAws', () => {
  const actual = jest.requireActual('../aws/connectAws');
  return {
    connectAws: (...options: unknown[]) => ({
      ...actual.connectAws(...options),
      metrics: { values: mockAws.values },
      invocations: mockAws.invocations,
    }),
  };
});

export const API = '/api/mlinfra/v1';
export const SPEECH = `${API}/entities/component/default/speech`;
export const endpoint = storedEndpoint();
export const secret = storedEndpoint({
  id: 'arn:aws:apigateway:eu-central-1::/restapis/secret/stages/v1',
  entityRef: 'component:default/secret',
});

/** The plugin with an endpoint that all may see and one that nobody may, in an emulated account. */
export async function endpointsPortal(
  options: PortalOptions & {
    tryIt?: { enabled?: boolean; perMinute?: number; maxBodyBytes?: number };
    endpoints?: (typeof endpoint)[];
  } = {},
) {
  mockAws.invocations = new FakeInvocations();
  mockAws.values = jest.fn(async (_call, queries, { from }) =>
    queries.map(() => new Map([[Date.parse(from), 1]])),
  );
  const started = await startPortal({
    entities: ['speech', 'secret'].map(name => component(name)),
    hidden: ['component:default/secret'],
    mlinfra: {
      accounts: [
        {
          accountId: '111111111111',
          name: 'development',
          regions: ['eu-central-1'],
          emulated: true,
        },
      ],
      tryIt: { enabled: true, ...options.tryIt },
    },
    ...options,
  });
  await seedEndpoints(started.stores, options.endpoints ?? [endpoint, secret]);
  return {
    ...started,
    values: mockAws.values,
    invocations: mockAws.invocations,
    http: request(started.server),
    path: `${API}/endpoints/${endpoint.key}`,
  };
}
