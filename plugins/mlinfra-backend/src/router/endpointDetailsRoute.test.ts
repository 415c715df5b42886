import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  API,
  endpoint,
  endpointsPortal,
  secret,
  SPEECH,
} from '../__testUtils__/endpointsPortal';
import { seedEndpoints, storedEndpoint } from '../__testUtils__/storedEndpoint';
import { AwsCallError } from '../aws/AwsCallError';

// Each test starts a backend, on machines that do other things too.
jest.setTimeout(60_000);

const without = (name: string) => ({
  policy: (permission: { name: string }) =>
    permission.name === name ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
});

describe('one endpoint', () => {
  it('is shown with what it takes to call it', async () => {
    const { http, path } = await endpointsPortal();
    const { body } = await http.get(path).expect(200);
    expect(body).toMatchObject({
      aws: { connected: true, emulated: true },
      endpoint: { key: endpoint.key, accountName: 'development' },
      alarms: [],
      requests: [
        {
          id: 'POST /predict',
          url: 'https://abc123.execute-api.eu-central-1.amazonaws.com/v1/predict',
          auth: 'none',
          contentType: 'application/json',
        },
        { id: 'GET /health', method: 'GET' },
      ],
      tryIt: { allowed: true, maxBodyBytes: 65_536 },
      collections: [{ region: 'eu-central-1', collector: 'inventory' }],
    });
  });

  it('comes with the alarms that watch it, those in force first', async () => {
    const { http, path, stores } = await endpointsPortal();
    const alarm = (name: string, state: string, watches: string[]) => ({
      table: 'alarms' as const,
      id: name,
      entityRef: endpoint.entityRef,
      status: state,
      content: {
        id: name,
        entityRef: endpoint.entityRef,
        name,
        state,
        reason: 'Because.',
        actionsEnabled: true,
        watches,
        accountId: '111111111111',
        region: 'eu-central-1',
        collectedAt: '2026-01-01T00:00:00.000Z',
      },
    });
    const rows = [
      alarm('slow', 'ok', [endpoint.id]),
      alarm('errors', 'alarm', [endpoint.id]),
      alarm('table', 'alarm', ['arn:aws:dynamodb:x']),
    ];
    await stores.knex('alarms').insert(
      rows.map(({ id, content, status }) => ({
        id,
        status,
        account_id: content.accountId,
        region: content.region,
        entity_ref: content.entityRef,
        content: JSON.stringify(content),
      })),
    );
    const { body } = await http.get(path).expect(200);
    expect(body.alarms.map(({ id }: { id: string }) => id)).toEqual([
      'errors',
      'slow',
    ]);
  });

  it('is not there for who may not see it', async () => {
    const { http } = await endpointsPortal();
    const missing = await http.get(`${API}/endpoints/nothing`).expect(404);
    const hidden = await http.get(`${API}/endpoints/${secret.key}`).expect(404);
    const words = (key: string, message: string) => message.replace(key, '');
    expect(words(secret.key, hidden.body.error.message)).toBe(
      words('nothing', missing.body.error.message),
    );
    const denied = await endpointsPortal(without('mlinfra.inventory.read'));
    await denied.http.get(denied.path).expect(404);
    await denied.http.get(`${denied.path}/metrics`).expect(404);
    await denied.http.get(`${SPEECH}/metrics`).expect(403);
    expect(denied.values).not.toHaveBeenCalled();
  });

  it.each([
    ['switched-off', {}, { tryIt: { enabled: false } }],
    ['no-permission', {}, without('mlinfra.endpoint.invoke')],
    ['not-live', { status: 'failed' as const }, {}],
    ['not-reachable', { url: undefined }, {}],
    ['not-reachable', { url: 'https://169.254.169.254/v1/predict' }, {}],
    ['not-reachable', { url: 'https://api.example.com/v1/predict' }, {}],
    ['not-reachable', { auth: 'unknown' as const }, {}],
    ['no-example', { stack: 'other' }, {}],
  ])('cannot be tried: %s', async (reason, overrides, options) => {
    const { http, path } = await endpointsPortal({
      ...options,
      endpoints: [storedEndpoint(overrides)],
    });
    const { body } = await http.get(path).expect(200);
    expect(body.tryIt).toMatchObject({ allowed: false, reason });
    const refused = await http
      .post(`${path}/try`)
      .send({ request: 'POST /predict' });
    expect(refused.status).toBe(reason === 'no-permission' ? 403 : 409);
  });
});

describe('metrics', () => {
  it('of an entity are read at once, and are those of its endpoints', async () => {
    const { http, path, values, stores } = await endpointsPortal();
    const second = storedEndpoint({
      id: 'arn:aws:apigateway:eu-central-1::/restapis/second/stages/v1',
    });
    await seedEndpoints(stores, [endpoint, secret, second]);
    const { body } = await http.get(`${SPEECH}/metrics?range=24h`).expect(200);
    expect(body).toMatchObject({
      range: '24h',
      periodSeconds: 300,
      failures: [],
    });
    expect(body.items.map(({ key }: { key: string }) => key).sort()).toEqual(
      [endpoint.key, second.key].sort(),
    );
    const one = await http.get(`${path}/metrics?range=24h`).expect(200);
    expect(one.body.items).toHaveLength(1);
    expect(values).toHaveBeenCalledTimes(1);
  });

  it('say which account fails, with status 200', async () => {
    const { http, path, values } = await endpointsPortal();
    values.mockRejectedValue(
      new AwsCallError('access-denied', 'cloudwatch:GetMetricData', 'Denied.'),
    );
    const { body } = await http.get(`${path}/metrics`).expect(200);
    expect(body).toMatchObject({
      range: '3h',
      items: [],
      failures: [
        {
          accountId: '111111111111',
          error: { kind: 'access-denied', message: 'Denied.' },
        },
      ],
    });
  });

  it('are refused for a range that there is not, and for who asks without end', async () => {
    const { http, path } = await endpointsPortal();
    await http.get(`${path}/metrics?range=1y`).expect(400);
    const statuses: number[] = [];
    for (let index = 0; index < 30; index++) {
      statuses.push((await http.get(`${path}/metrics`)).status);
    }
    expect(statuses[0]).toBe(200);
    expect(statuses).toContain(429);
  });
});
