import { refusal } from '../__testUtils__/FakeExecutions';
import {
  API,
  denied,
  portal,
  portalWithRun,
  SPEECH,
  TOKEN,
} from '../__testUtils__/runsPortal';
import {
  failedStep,
  seedRuns,
  storedPipeline,
} from '../__testUtils__/seedRuns';
import { storedRun } from '../__testUtils__/storedRun';

describe('stopping a run', () => {
  it('records who stopped it and why, and is 409 the second time', async () => {
    const { http, aws, event } = await portal();
    const started = await http.post(SPEECH).send({
      pipelineId: storedPipeline().id,
      input: { model_uri: 'x' },
      clientToken: TOKEN,
    });
    const path = `${API}/runs/${started.body.run.id}/stop`;
    const { status, body } = await http
      .post(path)
      .send({ reason: 'Wrong model' });
    expect(status).toBe(200);
    expect(body.run).toMatchObject({
      status: 'aborted',
      error: 'StoppedByUser',
      cause: 'Stopped by user:default/mock in the portal: Wrong model',
    });
    expect(event.success).toHaveBeenLastCalledWith({
      meta: { status: 'aborted', redriveCount: 0 },
    });
    const again = await http.post(path).send({});
    expect(again.status).toBe(409);
    expect(again.body.error.message).toContain('has ended (aborted');
    expect(aws.stopExecution).toHaveBeenCalledTimes(1);
  });

  it('is 409 for a run that has ended since it was last seen', async () => {
    const { http, aws, stores, run, path } = await portalWithRun();
    await stores.knex('runs').where({ id: run.id }).update({ terminal: false });
    aws.change(run.executionArn, { status: 'SUCCEEDED' });
    const { status, body } = await http.post(`${path}/stop`).send({});
    expect(status).toBe(409);
    expect(body.error.message).toContain('has ended');
  });

  it('needs mlinfra.run.stop', async () => {
    const { http, aws, path } = await portalWithRun(denied('mlinfra.run.stop'));
    expect((await http.post(`${path}/stop`).send({})).status).toBe(403);
    expect(aws.stopExecution).not.toHaveBeenCalled();
  });
});

describe('redriving a run', () => {
  it('lets it go on, once for a double click', async () => {
    const { http, aws, path } = await portalWithRun();
    const { status, body } = await http
      .post(`${path}/redrive`)
      .send({ clientToken: TOKEN });
    expect(status).toBe(200);
    expect(body.run).toMatchObject({ status: 'running', redriveCount: 1 });
    const again = await http
      .post(`${path}/redrive`)
      .send({ clientToken: TOKEN });
    expect(again.status).toBe(200);
    expect(again.body.run.redriveCount).toBe(1);
    const other = await http
      .post(`${path}/redrive`)
      .send({ clientToken: TOKEN.replace('0', '1') });
    expect(other.status).toBe(409);
    expect(other.body.error.message).toContain('Execution is RUNNING');
    expect(aws.redriveExecution).toHaveBeenCalledTimes(3);
  });

  it('says why it is not possible, without asking AWS', async () => {
    const { http, aws, path, stores, run } = await portalWithRun();
    await stores
      .knex('run_histories')
      .where({ run_id: run.id })
      .update({
        steps: JSON.stringify([
          failedStep({ stateName: 'Failed', stateType: 'Fail', attempts: [] }),
        ]),
      });
    const { status, body } = await http
      .post(`${path}/redrive`)
      .send({ clientToken: TOKEN });
    expect(status).toBe(409);
    expect(body.error.message).toContain('ended in the state Failed');
    expect(aws.redriveExecution).not.toHaveBeenCalled();
  });

  it('tells AWS’s own reason', async () => {
    const { http, aws, path } = await portalWithRun();
    aws.redriveExecution.mockRejectedValue(
      refusal('ExecutionNotRedrivable', 'Execution history is too long'),
    );
    const { status, body } = await http
      .post(`${path}/redrive`)
      .send({ clientToken: TOKEN });
    expect(status).toBe(409);
    expect(body.error.message).toContain('Execution history is too long');
  });

  it.each(['stop', 'redrive'])(
    '%s is 404 where the run may not be seen',
    async action => {
      const { http, stores } = await portal();
      const secret = storedRun({ entityRef: 'component:default/secret' });
      await seedRuns(stores, [secret]);
      const body = action === 'stop' ? {} : { clientToken: TOKEN };
      const hidden = await http
        .post(`${API}/runs/${secret.id}/${action}`)
        .send(body);
      const missing = await http
        .post(`${API}/runs/missing/${action}`)
        .send(body);
      expect([hidden.status, missing.status]).toEqual([404, 404]);
      expect(hidden.body.error.message.replace(secret.id, 'missing')).toBe(
        missing.body.error.message,
      );
    },
  );
});
