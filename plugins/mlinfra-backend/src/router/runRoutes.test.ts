import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  API,
  denied,
  portal,
  portalWithRun,
  SPEECH,
} from '../__testUtils__/runsPortal';
import { seedRuns, storedPipeline } from '../__testUtils__/seedRuns';
import { storedRun } from '../__testUtils__/storedRun';

describe('routes that show runs', () => {
  it('show an entity its pipelines and runs, page by page', async () => {
    const { http, stores } = await portal();
    await seedRuns(
      stores,
      [1, 2, 3].map(day =>
        storedRun({
          name: `run-${day}`,
          startedAt: `2026-01-0${day}T00:00:00.000Z`,
        }),
      ),
    );
    const first = await http.get(`${SPEECH}?limit=2`);
    expect(first.body).toMatchObject({
      entityRef: 'component:default/speech',
      pipelines: [
        {
          name: 'speech-compress',
          accountName: 'development',
          latestRun: { name: 'run-3' },
        },
      ],
      items: [{ name: 'run-3', accountName: 'development' }, { name: 'run-2' }],
      rights: { start: true, stop: true },
    });
    const { nextCursor } = first.body.pageInfo;
    const second = await http
      .get(SPEECH)
      .query({ limit: 2, cursor: nextCursor });
    expect(second.body.items).toMatchObject([{ name: 'run-1' }]);
    expect(second.body.pageInfo).toEqual({});
    const some = await http.get(SPEECH).query({
      from: '2026-01-02T00:00:00Z',
      to: '2026-01-03',
      status: 'succeeded',
      environment: 'dev',
    });
    expect(some.body.items).toMatchObject([{ name: 'run-2' }]);
  });

  it('list those of all entities that the caller may see, in full pages', async () => {
    const { http, stores } = await portal({
      policy: (permission, ref) =>
        ref === undefined && permission.name.startsWith('mlinfra.')
          ? AuthorizeResult.CONDITIONAL
          : AuthorizeResult.ALLOW,
    });
    await seedRuns(
      stores,
      Array.from({ length: 500 }, (_, index) =>
        storedRun({
          name: `run-${index}`,
          entityRef: `component:default/${
            index % 250 === 0 ? 'speech' : 'secret'
          }`,
          startedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString(),
        }),
      ),
    );
    const { body } = await http.get(`${API}/runs?limit=2`);
    expect(body.items).toMatchObject([{ name: 'run-250' }, { name: 'run-0' }]);
    expect(body.pageInfo).toEqual({});
  });

  it('show a run from the database alone, and let it be followed', async () => {
    const { http, path, run, stores, aws } = await portalWithRun();
    const { body, status } = await http.get(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      run: { id: run.id, status: 'failed', accountName: 'development' },
      pipeline: { id: run.pipelineId },
      graph: { states: [{ id: 'Prune' }] },
      steps: [{ stateName: 'Prune', attempts: [{ hasLog: true }] }],
      input: '{"model_uri":"builtin://digits"}',
      history: { state: 'complete', events: 3 },
      redrive: {
        possible: true,
        startAgain: {
          stateName: 'Prune',
          input: {
            model_uri: 'builtin://digits',
            start_at: 'prune',
            resume_run: 'run-1',
          },
        },
      },
      rights: { start: true, stop: true },
      channel: `mlinfra:run:${run.id}`,
    });
    expect(JSON.stringify(body)).not.toContain('/ecs/steps');
    const going = storedRun({
      name: 'going',
      status: 'running',
      stoppedAt: undefined,
    });
    await seedRuns(stores, [going]);
    const live = await http.get(`${API}/runs/${going.id}`);
    expect(live.body).toMatchObject({
      history: { state: 'reading' },
      steps: [],
      redrive: { possible: false, reason: 'The run goes on.' },
      graphProblem: expect.stringContaining('has not been read yet'),
    });
    const row = await stores.knex('runs').where({ id: going.id }).first();
    expect(row.watched_until > new Date().toISOString()).toBe(true);
    expect(aws.describeExecution).not.toHaveBeenCalled();
  });

  it('page through the events of a run', async () => {
    const { http, path } = await portalWithRun();
    const first = await http.get(`${path}/events?limit=2`);
    expect(first.body.items.map(({ id }: { id: number }) => id)).toEqual([
      1, 2,
    ]);
    const rest = await http
      .get(`${path}/events`)
      .query({ cursor: first.body.pageInfo.nextCursor });
    expect(rest.body).toMatchObject({ items: [{ id: 3 }], pageInfo: {} });
  });

  it.each(['', '/events', '/logs?step=7'])(
    'answer the same for a run that is not there, and for one of an entity that may not be read: %s',
    async suffix => {
      const { http, stores } = await portal();
      const secret = storedRun({ entityRef: 'component:default/secret' });
      await seedRuns(stores, [secret]);
      const hidden = await http.get(`${API}/runs/${secret.id}${suffix}`);
      const missing = await http.get(`${API}/runs/missing${suffix}`);
      expect([hidden.status, missing.status]).toEqual([404, 404]);
      expect(hidden.body.error.message.replace(secret.id, 'missing')).toBe(
        missing.body.error.message,
      );
    },
  );

  it('never show a run of another entity through an entity’s route', async () => {
    const { http, stores } = await portal();
    const other = `${storedPipeline().id}-other`;
    await seedRuns(stores, [
      storedRun({ entityRef: 'component:default/other', pipelineId: other }),
    ]);
    expect((await http.get(SPEECH)).body.items).toEqual([]);
    const { status, body } = await http
      .get(SPEECH)
      .query({ pipelineId: other });
    expect(status).toBe(404);
    expect(body.items).toBeUndefined();
  });

  it.each([
    ['a run', (path: string) => path],
    ['its events', (path: string) => `${path}/events`],
    ['its log', (path: string) => `${path}/logs?step=7`],
    ['those of its entity', () => SPEECH],
    ['those of all', () => `${API}/runs`],
  ])('ask for mlinfra.inventory.read before they show %s', async (_, at) => {
    const { http, path, aws } = await portalWithRun(
      denied('mlinfra.inventory.read'),
    );
    const { status, body } = await http.get(at(path));
    expect(status).toBe(403);
    expect(body.error.message).toContain('mlinfra.inventory.read');
    expect(aws.logEvents).not.toHaveBeenCalled();
  });

  it('say what the caller may do, asked for at once', async () => {
    const { http, path, permissions } = await portalWithRun(
      denied('mlinfra.run.stop'),
    );
    const { body } = await http.get(path);
    expect(body.rights).toEqual({ start: true, stop: false });
    expect(permissions.authorize).toHaveBeenCalledTimes(1);
  });

  it('count runs of the last thirty days in the summary', async () => {
    const { http } = await portalWithRun();
    const { body } = await http.get(SPEECH.replace('/runs', '/summary'));
    expect(body.runs).toEqual({ total: 1, byStatus: { failed: 1 } });
  });

  it.each([
    ['status=happy', 'status'],
    ['from=yesterday', 'from'],
    ['cursor=nonsense', 'cursor'],
    ['limit=101', 'limit'],
    ['colour=red', 'colour'],
  ])('are 400 for %s', async (query, named) => {
    const { http } = await portal();
    for (const path of [SPEECH, `${API}/runs`]) {
      const { status, body } = await http.get(`${path}?${query}`);
      expect(status).toBe(400);
      expect(body.error.message).toContain(named);
    }
  });
});
