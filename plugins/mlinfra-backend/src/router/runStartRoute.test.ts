import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { refusal } from '../__testUtils__/FakeExecutions';
import {
  contract,
  denied,
  portal,
  SPEECH,
  TOKEN,
} from '../__testUtils__/runsPortal';
import { seedPipelines, storedPipeline } from '../__testUtils__/seedRuns';

describe('starting a run', () => {
  const body = {
    pipelineId: storedPipeline().id,
    input: { model_uri: 'builtin://digits' },
    clientToken: TOKEN,
  };

  it('hands the input with its defaults to AWS, stores the run, and follows it', async () => {
    const { http, aws, stores, event, auditor } = await portal();
    const { status, body: answer } = await http.post(SPEECH).send(body);
    expect(status).toBe(201);
    expect(answer.run).toMatchObject({
      name: `portal-${TOKEN}`,
      status: 'running',
    });
    expect(aws.startExecution.mock.calls[0][1]).toEqual({
      stateMachineArn: body.pipelineId,
      name: `portal-${TOKEN}`,
      input: '{"model_uri":"builtin://digits","amount":0.5}',
    });
    const row = await stores.knex('runs').where({ id: answer.run.id }).first();
    expect(row.watched_until > new Date().toISOString()).toBe(true);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'run-start',
        severityLevel: 'medium',
        meta: {
          entityRef: 'component:default/speech',
          pipelineId: body.pipelineId,
        },
      }),
    );
    expect(event.success).toHaveBeenCalledWith({
      meta: { runId: answer.run.id, created: true },
    });
    expect(
      JSON.stringify(auditor.createEvent.mock.calls[0][0].meta),
    ).not.toContain('digits');
  });

  it('starts one run for a double click, and for a retry after the end', async () => {
    const { http, aws, stores } = await portal();
    const both = await Promise.all(
      [1, 2].map(() => http.post(SPEECH).send(body)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
    const [arn] = aws.executions.keys();
    aws.change(arn, {
      status: 'SUCCEEDED',
      stoppedAt: new Date().toISOString(),
    });
    const later = await http.post(SPEECH).send(body);
    expect(later.status).toBe(200);
    expect(later.body.run).toMatchObject({
      id: both[0].body.run.id,
      status: 'succeeded',
    });
    expect(await stores.runs.list({}, undefined, 10)).toHaveLength(1);
  });

  it('is 409 for a token that has started something else', async () => {
    const { http } = await portal();
    await http.post(SPEECH).send(body);
    const { status, body: answer } = await http
      .post(SPEECH)
      .send({ ...body, input: { model_uri: 's3://other' } });
    expect(status).toBe(409);
    expect(answer.error.message).toContain('another input already');
  });

  it.each([
    [{}, 'model_uri is missing'],
    [{ model_uri: 7 }, 'model_uri must be string'],
    [{ model_uri: 'x', amount: 2 }, 'amount must be <= 1'],
    [{ model_uri: 'x', sparsity: 1 }, 'sparsity is not known'],
  ])(
    'refuses %j, names the field, and starts nothing',
    async (input, words) => {
      const { http, aws, event } = await portal();
      const { status, body: answer } = await http
        .post(SPEECH)
        .send({ ...body, input });
      expect(status).toBe(400);
      expect(answer.error.message).toContain(words);
      expect(aws.startExecution).not.toHaveBeenCalled();
      expect(event.fail).toHaveBeenCalled();
    },
  );

  it('lists the fields that it refuses in the body of the error', async () => {
    const { http } = await portal();
    const { body: answer } = await http
      .post(SPEECH)
      .send({ ...body, input: { amount: 2 } });
    expect(answer.error).toMatchObject({
      name: 'InputError',
      fields: [
        { path: ['model_uri'], message: 'is missing' },
        { path: ['amount'], message: 'must be <= 1' },
      ],
    });
  });

  it('refuses an input that is too large, and takes one that is nearly', async () => {
    const { http, aws } = await portal();
    const send = (size: number) =>
      http
        .post(SPEECH)
        .send({ ...body, input: { model_uri: 'x'.repeat(size) } });
    const { status, body: answer } = await send(256 * 1024);
    expect(status).toBe(400);
    expect(answer.error.message).toContain('262144');
    expect(aws.startExecution).not.toHaveBeenCalled();
    expect((await send(250 * 1024)).status).toBe(201);
  });

  it.each([
    [
      { contract: { ...contract, inputSchema: { type: 'strange' } } },
      'is no valid JSON Schema',
    ],
    [
      { contractProblem: 'The parameter is no JSON.' },
      'The parameter is no JSON.',
    ],
    [{ type: 'EXPRESS' }, 'express state machine'],
    [{ region: 'us-east-1' }, 'not connected'],
  ])('is 409 for a pipeline with %j', async (overrides, words) => {
    const { http, aws, stores } = await portal();
    await seedPipelines(stores, [storedPipeline(overrides)]);
    const { status, body: answer } = await http.post(SPEECH).send(body);
    expect(answer.error.message).toContain(words);
    expect(status).toBe(409);
    expect(aws.startExecution).not.toHaveBeenCalled();
  });

  it.each([
    ['StateMachineDeleting', 'other', 409, 'AWS is deleting'],
    ['StateMachineDoesNotExist', 'other', 404, 'AWS has no state machine'],
    ['ExecutionLimitExceeded', 'other', 409, 'open executions'],
    [
      'AccessDeniedException',
      'access-denied',
      503,
      `may not call states:StartExecution on ${body.pipelineId}`,
    ],
    ['ThrottlingException', 'throttled', 503, 'Nothing was started'],
  ] as const)('tells AWS’s %s in words', async (name, kind, code, words) => {
    const { http, aws } = await portal();
    aws.startExecution.mockRejectedValue(refusal(name, 'x', kind));
    const { status, body: answer } = await http.post(SPEECH).send(body);
    expect(status).toBe(code);
    expect(answer.error.message).toContain(words);
  });

  it.each([`${storedPipeline().id}-other`, 'arn:nowhere'])(
    'is the same 404 for the pipeline %s',
    async pipelineId => {
      const { http, aws } = await portal();
      const { status, body: answer } = await http
        .post(SPEECH)
        .send({ ...body, pipelineId });
      expect(status).toBe(404);
      expect(answer.error.message).toContain(`has no pipeline ${pipelineId}`);
      expect(aws.startExecution).not.toHaveBeenCalled();
    },
  );

  it('needs mlinfra.run.start', async () => {
    const { http, aws } = await portal(denied('mlinfra.run.start'));
    const { status, body: answer } = await http.post(SPEECH).send(body);
    expect(status).toBe(403);
    expect(answer.error.message).toContain('mlinfra.run.start');
    expect(aws.startExecution).not.toHaveBeenCalled();
  });

  it('is for people, not for services', async () => {
    const { server, aws } = await portal();
    const { status } = await request(server)
      .post(SPEECH)
      .set('Authorization', mockCredentials.service.header())
      .send(body);
    expect(status).toBe(403);
    expect(aws.startExecution).not.toHaveBeenCalled();
  });
});
