import { EndpointStandIn } from '../__testUtils__/EndpointStandIn';
import { API, endpointsPortal, secret } from '../__testUtils__/endpointsPortal';
import { isolateAwsEnvironment } from '../__testUtils__/awsEnvironment';
import { storedEndpoint, storedModel } from '../__testUtils__/storedEndpoint';
import { AwsCallError } from '../aws/AwsCallError';

// Each test starts a backend, on machines that do other things too.
jest.setTimeout(60_000);

const HOST = 'abc123.execute-api.eu-central-1.amazonaws.com';
const BODY = '{"features":{"a":1}}';

describe('trying an endpoint', () => {
  isolateAwsEnvironment();
  let target: EndpointStandIn;
  beforeEach(async () => {
    target = new EndpointStandIn();
    await target.start();
  });
  afterEach(() => target.stop());

  async function portal(options?: Parameters<typeof endpointsPortal>[0]) {
    const started = await endpointsPortal(options);
    return {
      ...started,
      send: (body: object = { request: 'POST /predict', body: BODY }) =>
        started.http.post(`${started.path}/try`).send(body),
    };
  }

  it('sends its own request to its own address, and gives the answer', async () => {
    const { send } = await portal();
    target.answer = response => {
      response.writeHead(422, {
        'Content-Type': 'application/json',
        'Set-Cookie': 'session=1',
        'X-Internal': 'x',
      });
      response.end('{"error":"no"}');
    };
    const { body } = await send().expect(200);
    expect(body).toEqual({
      status: 422,
      headers: {
        'content-type': 'application/json',
        date: expect.any(String),
      },
      body: '{"error":"no"}',
      truncated: false,
      binary: false,
      durationMs: expect.any(Number),
    });
    expect(target.requests).toMatchObject([
      {
        method: 'POST',
        path: '/v1/predict',
        body: BODY,
        headers: { host: HOST, 'content-type': 'application/json' },
      },
    ]);
  });

  it('is audited without what is sent and answered', async () => {
    const { send, auditor, event } = await portal({
      endpoints: [storedEndpoint({ auth: 'api-key' }), secret],
    });
    await send().expect(200);
    expect(auditor.createEvent.mock.calls[0][0]).toMatchObject({
      eventId: 'endpoint-try',
      meta: { request: 'POST /predict' },
    });
    expect(event.success).toHaveBeenCalledWith({
      meta: { status: 200, durationMs: expect.any(Number) },
    });
    await send({ request: 'DELETE /' }).expect(400);
    expect(event.fail).toHaveBeenCalledTimes(1);
    const traced = JSON.stringify([
      ...auditor.createEvent.mock.calls.map(([{ meta }]) => meta),
      event.success.mock.calls,
      event.fail.mock.calls.map(([{ error }]) => String(error)),
    ]);
    expect(traced).not.toContain('features');
    expect(traced).not.toContain('the-secret-key');
  });

  it.each([
    ['none', undefined, [undefined, undefined]],
    ['iam', undefined, ['signed', undefined]],
    ['api-key', undefined, [undefined, 'the-secret-key']],
    ['jwt', 'a.b.c', ['Bearer a.b.c', undefined]],
  ] as const)('authenticates by %s', async (auth, bearerToken, expected) => {
    const { send } = await portal({ endpoints: [storedEndpoint({ auth })] });
    const { body } = await send({
      request: 'POST /predict',
      body: BODY,
      bearerToken,
    }).expect(200);
    const [{ headers }] = target.requests;
    expect([headers.authorization, headers['x-api-key']]).toEqual(expected);
    expect(JSON.stringify(body)).not.toContain('the-secret-key');
  });

  it.each([undefined, 'a\r\nX: y'])(
    'refuses %j for a token',
    async bearerToken => {
      const { send } = await portal({
        endpoints: [storedEndpoint({ auth: 'jwt' })],
      });
      await send({ request: 'POST /predict', bearerToken }).expect(400);
      expect(target.requests).toEqual([]);
    },
  );

  it('asks a model by SageMaker’s runtime', async () => {
    const model = storedModel();
    const { http, invocations } = await portal({ endpoints: [model] });
    const path = `${API}/endpoints/${model.key}`;
    const [request] = (await http.get(path).expect(200)).body.requests;
    expect(request).toMatchObject({
      signingService: 'sagemaker',
      contentType: 'text/csv',
    });
    const { body } = await http
      .post(`${path}/try`)
      .send({ request: request.id, body: request.body })
      .expect(200);
    expect(body).toMatchObject({ status: 200, body: '0.8' });
    expect(invocations.invokeModel.mock.calls[0][1]).toEqual({
      endpointName: 'churn-dev',
      contentType: 'text/csv',
      body: request.body,
    });
    expect(target.requests).toEqual([]);
  });

  it('does not follow a redirect', async () => {
    const { send } = await portal();
    target.answer = response => {
      response.writeHead(302, { Location: 'http://169.254.169.254/' });
      response.end();
    };
    const { body } = await send().expect(200);
    expect(body).toMatchObject({
      status: 302,
      headers: { location: 'http://169.254.169.254/' },
    });
    expect(target.requests).toHaveLength(1);
  });

  it('reads no more than 64 KiB of an answer', async () => {
    const { send } = await portal();
    target.answer = response => response.end('é'.repeat(2_500_000));
    const { body } = await send().expect(200);
    expect(body.truncated).toBe(true);
    expect(Buffer.byteLength(body.body)).toBe(65_536);
  });

  it('says that an answer is no text', async () => {
    const { send } = await portal();
    target.answer = response => response.end(Buffer.from([0xff, 0xd8, 0]));
    const { body } = await send().expect(200);
    expect(body).toMatchObject({ binary: true, body: '' });
  });

  it.each([
    [{ request: 'GET http://evil.example.com/' }, 400],
    [{ request: 'POST /predict', url: 'http://evil.example.com/' }, 400],
    [{ request: 'GET /health', body: 'x' }, 400],
    [{ request: 'POST /predict', body: 'é'.repeat(600) }, 400],
    [{ request: 'POST /predict', body: 'x', contentType: 'a\r\nb: c' }, 400],
    [{}, 400],
  ])('refuses %j', async (request, status) => {
    const { send } = await portal({ tryIt: { maxBodyBytes: 1_000 } });
    await send(request).expect(status);
    expect(target.requests).toEqual([]);
  });

  it('is not there for who may not see it', async () => {
    const { http } = await portal();
    for (const key of ['nothing', secret.key]) {
      await http
        .post(`${API}/endpoints/${key}/try`)
        .send({ request: 'POST /predict' })
        .expect(404);
    }
    expect(target.requests).toEqual([]);
  });

  it('is 429 beyond the limit', async () => {
    const { send } = await portal({ tryIt: { perMinute: 2 } });
    await send().expect(200);
    await send().expect(200);
    const { body, headers } = await send().expect(429);
    expect(body.error.message).toContain('mlinfra.tryIt.perMinute');
    const seconds = Number(headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(30);
    expect(body.error.retryAfterSeconds).toBe(seconds);
    expect(headers['access-control-expose-headers']).toContain('Retry-After');
    expect(target.requests).toHaveLength(2);
  });

  it.each([
    ['expired-credentials', 'Renew the keys.'],
    ['throttled', 'AWS throttles.'],
  ] as const)('says what to do when AWS answers %s', async (kind, words) => {
    const { send, invocations } = await portal({
      endpoints: [storedEndpoint({ auth: 'iam' })],
    });
    invocations.sign.mockRejectedValue(
      new AwsCallError(kind, 'sts:AssumeRole', words),
    );
    const { body } = await send().expect(503);
    expect(body.error.message).toContain(words);
  });

  it('says that a stage has no key', async () => {
    const { send, invocations } = await portal({
      endpoints: [storedEndpoint({ auth: 'api-key' })],
    });
    invocations.apiKey.mockResolvedValue(undefined);
    const { body } = await send().expect(409);
    expect(body.error.message).toContain('Add a key to the plan');
  });

  it('says that nothing is there', async () => {
    const { send } = await portal();
    await target.stop();
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:1';
    const { body } = await send().expect(503);
    expect(body.error.message).toContain('cannot be reached (ECONNREFUSED)');
    target = new EndpointStandIn();
    await target.start();
  });
});
