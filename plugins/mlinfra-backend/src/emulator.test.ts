import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import mlinfraPlugin from '.';
import { isolateAwsEnvironment } from './__testUtils__/awsEnvironment';
import {
  createAlias,
  createApi,
  createBudget,
  createFunction,
  deployApi,
  type InferenceApi,
} from './__testUtils__/createInferenceApi';
import { component } from './__testUtils__/entities';
import { emulatorMissing, startEmulator } from './__testUtils__/startEmulator';

const api: InferenceApi = {
  accountId: '123456789012',
  region: 'eu-central-1',
  entityRef: 'component:default/speech',
  name: 'ml-speech-dev-predict',
  environment: 'dev',
};
const ENTITY = '/api/mlinfra/v1/entities/component/default/speech';

const missing = emulatorMissing();
if (missing && process.env.CI) {
  throw new Error(`The emulator is needed under CI: ${missing}`);
}
if (missing) {
  process.stderr.write(`Skipped, as there is no emulator: ${missing}\n`);
}

(missing ? describe.skip : describe)('against the emulator', () => {
  isolateAwsEnvironment();
  let emulator: Awaited<ReturnType<typeof startEmulator>>;

  beforeAll(async () => {
    emulator = await startEmulator();
    process.env.AWS_ENDPOINT_URL = emulator.endpoint;
  }, 90_000);
  afterAll(() => emulator?.stop());

  async function portal() {
    const scheduler = mockServices.scheduler.mock();
    const { server } = await startTestBackend({
      features: [
        mlinfraPlugin,
        catalogServiceMock.factory({ entities: [component('speech')] }),
        scheduler.factory,
        mockServices.rootConfig.factory({
          data: {
            aws: { mainAccount: { accessKeyId: 'x', secretAccessKey: 'y' } },
            mlinfra: {
              accounts: [
                {
                  accountId: api.accountId,
                  name: 'emulated',
                  regions: [api.region, 'us-east-1'],
                  emulated: true,
                },
              ],
              refresh: { minInterval: '1ms' },
            },
          },
        }),
      ],
    });
    const [task] = scheduler.scheduleTask.mock.calls[0];
    return {
      get: async (path: string) =>
        (await request(server).get(path).expect(200)).body,
      async refresh() {
        await request(server)
          .post('/api/mlinfra/v1/refresh')
          .set('Authorization', mockCredentials.user.header())
          .send({ entityRef: api.entityRef })
          .expect(200);
        await task.fn(new AbortController().signal);
      },
    };
  }

  async function awsCalls() {
    const url = `${emulator.endpoint}/mlinfra-emulator/requests`;
    return (await fetch(url)).json();
  }

  it('follows an API from its creation to live, with its budget (A4, A9)', async () => {
    const { get, refresh } = await portal();
    await refresh();
    expect((await get(`${ENTITY}/endpoints`)).items).toEqual([]);

    const functionArn = await createFunction(api);
    const restApiId = await createApi(api, functionArn);
    await createBudget(api, { limit: '50.0', actual: '41.5' });
    await refresh();
    const before = await get(`${ENTITY}/endpoints`);
    expect(before.items).toMatchObject([
      { status: 'not-deployed', statusReason: 'The API has no stage.' },
    ]);
    expect(before.items[0].url).toBeUndefined();

    await deployApi(api, restApiId);
    await refresh();
    const { items, aws, collections } = await get(`${ENTITY}/endpoints`);
    expect(aws).toEqual({ connected: true, emulated: true });
    expect(collections).toMatchObject([
      { region: 'eu-central-1', running: false, stale: false },
      { region: 'us-east-1', running: false, stale: false },
    ]);
    expect(collections.map((each: { error?: object }) => each.error)).toEqual([
      undefined,
      undefined,
    ]);
    expect(items).toMatchObject([
      {
        id: `arn:aws:apigateway:eu-central-1::/restapis/${restApiId}/stages/v1`,
        entityRef: api.entityRef,
        kind: 'rest-api',
        name: api.name,
        status: 'live',
        url: `https://${restApiId}.execute-api.eu-central-1.amazonaws.com/v1/predict`,
        method: 'POST',
        auth: 'api-key',
        stack: 'inference-api',
        environment: 'dev',
        templateVersion: '0.1.0',
        accountId: api.accountId,
        accountName: 'emulated',
        region: 'eu-central-1',
        functions: [
          {
            name: api.name,
            arn: functionArn,
            state: 'Active',
            memoryMb: 3008,
            timeoutSeconds: 900,
            packageType: 'Image',
          },
        ],
      },
    ]);
    expect((await get(`${ENTITY}/budgets`)).items).toMatchObject([
      {
        id: `arn:aws:budgets::${api.accountId}:budget/${api.name}-monthly`,
        entityRef: api.entityRef,
        environment: 'dev',
        limit: '50',
        actual: '41.5',
        usedPercent: 83,
        status: 'warning',
      },
    ]);
  }, 60_000);

  it('finds a function by the alias that is called (A4, E7)', async () => {
    const { get, refresh } = await portal();
    const aliased = { ...api, name: 'ml-speech-prod-predict' };
    await createFunction(aliased);
    const aliasArn = await createAlias(aliased);
    await deployApi(aliased, await createApi(aliased, aliasArn));
    await refresh();
    const { items } = await get(`${ENTITY}/endpoints`);
    const found = items.find(
      ({ name }: { name: string }) => name === aliased.name,
    );
    expect(found).toMatchObject({
      status: 'live',
      statusReason: expect.stringContaining(`${aliased.name}:live is active`),
      functions: [
        {
          name: aliased.name,
          qualifier: 'live',
          arn: aliasArn,
          state: 'Active',
          memoryMb: 3008,
        },
      ],
    });
  }, 60_000);

  it('answers pages without any AWS call', async () => {
    const { get, refresh } = await portal();
    await refresh();
    const { total } = await awsCalls();
    expect(total).toBeGreaterThan(0);
    for (const path of [
      `${ENTITY}/summary`,
      `${ENTITY}/endpoints`,
      `${ENTITY}/budgets`,
      '/api/mlinfra/v1/endpoints',
      '/api/mlinfra/v1/budgets',
      '/api/mlinfra/v1/accounts',
    ]) {
      await get(path);
    }
    expect((await awsCalls()).total).toBe(total);
  }, 60_000);
});
