import { CreateStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { MLINFRA_TAGS } from '@mlinfra/plugin-mlinfra-common';
import request from 'supertest';
import mlinfraPlugin from '.';
import { isolateAwsEnvironment } from './__testUtils__/awsEnvironment';
import { component } from './__testUtils__/entities';
import { emulatorMissing, startEmulator } from './__testUtils__/startEmulator';

const ACCOUNT = '123456789012';
const REGION = 'eu-central-1';
const SPEECH = '/api/mlinfra/v1/entities/component/default/speech/runs';
const pass = { Type: 'Pass', End: true };
const DEFINITION = {
  StartAt: 'Both',
  States: {
    Both: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Left', States: { Left: pass } },
        { StartAt: 'Right', States: { Right: pass } },
      ],
      ResultPath: '$.both',
      Next: 'Each',
    },
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: { StartAt: 'Item', States: { Item: pass } },
      ResultPath: null,
      Next: 'Report',
    },
    Report: {
      Type: 'Pass',
      Result: { steps: [{ step: 'prune', size_bytes: 7 }] },
      ResultPath: '$.metrics',
      Next: 'Rejected',
    },
    Rejected: { Type: 'Fail', Error: 'QualityGateRejected', Cause: 'Too big' },
  },
};

const missing = emulatorMissing();
if (missing && process.env.CI) {
  throw new Error(`The emulator is needed under CI: ${missing}`);
}
if (missing) {
  process.stderr.write(`Skipped, as there is no emulator: ${missing}\n`);
}

(missing ? describe.skip : describe)('a run in the emulator', () => {
  isolateAwsEnvironment();
  let emulator: Awaited<ReturnType<typeof startEmulator>>;

  beforeAll(async () => {
    emulator = await startEmulator();
    process.env.AWS_ENDPOINT_URL = emulator.endpoint;
  }, 90_000);
  afterAll(() => emulator?.stop());

  it('is found, started, followed to its end, and told step by step', async () => {
    const sfn = new SFNClient({
      region: REGION,
      credentials: { accessKeyId: 'x', secretAccessKey: 'y' },
    });
    const { stateMachineArn } = await sfn.send(
      new CreateStateMachineCommand({
        name: 'speech-compress',
        roleArn: `arn:aws:iam::${ACCOUNT}:role/speech`,
        definition: JSON.stringify(DEFINITION),
        tags: [
          { key: MLINFRA_TAGS.entityRef, value: 'component:default/speech' },
        ],
      }),
    );
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
                { accountId: ACCOUNT, regions: [REGION], emulated: true },
              ],
            },
          },
        }),
      ],
    });
    const work = async () => {
      for (const [task] of scheduler.scheduleTask.mock.calls) {
        await task.fn(new AbortController().signal);
      }
    };
    const user = mockCredentials.user.header();
    const get = async (path: string) =>
      (await request(server).get(path).set('Authorization', user).expect(200))
        .body;
    await work();
    expect((await get(SPEECH)).pipelines).toMatchObject([
      { id: stateMachineArn, type: 'STANDARD' },
    ]);

    const { body } = await request(server)
      .post(SPEECH)
      .set('Authorization', user)
      .send({
        pipelineId: stateMachineArn,
        input: { items: [1, 2], token: 'hidden' },
        clientToken: '0b5f6f0c-8b8a-4f4e-9a52-2f1a4b7c9d10',
      })
      .expect(201);
    const path = `/api/mlinfra/v1/runs/${body.run.id}`;
    let answer = await get(path);
    for (
      let attempt = 0;
      attempt < 30 && answer.history.state !== 'complete';
      attempt++
    ) {
      await new Promise(done => {
        setTimeout(done, 500);
      });
      await work();
      answer = await get(path);
    }
    expect(answer.run).toMatchObject({
      status: 'rejected',
      failedState: 'Rejected',
      error: 'QualityGateRejected',
      cause: 'Too big',
      metrics: [{ id: 'size_bytes', after: 7 }],
    });
    const outline = answer.steps.map(
      (step: { stateName: string; status: string; iteration?: number }) =>
        `${step.stateName} ${step.iteration ?? '-'} ${step.status}`,
    );
    expect(outline.slice().sort()).toEqual([
      'Both - succeeded',
      'Each - succeeded',
      'Item 0 succeeded',
      'Item 1 succeeded',
      'Left - succeeded',
      'Rejected - failed',
      'Report - succeeded',
      'Right - succeeded',
    ]);
    expect(answer.input).toBe('{"items":[1,2],"token":"[redacted]"}');
    expect(answer.graph.problems).toEqual([]);
    expect(answer.redrive.possible).toBe(false);
  }, 90_000);
});
