import { AwsStandIn } from '../../__testUtils__/AwsStandIn';
import { isolateAwsEnvironment } from '../../__testUtils__/awsEnvironment';
import { databaseIds, freshStores } from '../../__testUtils__/databases';
import { component } from '../../__testUtils__/entities';
import { runsProcess } from '../../__testUtils__/runsProcess';
import {
  executionArn,
  type StandInExecution,
  type StandInMachine,
  standInStates,
} from '../../__testUtils__/standInStates';
import { ecsTaskText } from '../history/__testUtils__/ecsTaskText';
import { runId } from '../store/runId';

const MACHINE = 'speech-compress';
const ENTERED = [
  { type: 'ExecutionStarted', executionStartedEventDetails: { input: '{}' } },
  { type: 'PassStateEntered', stateEnteredEventDetails: { name: 'Prune' } },
];

/** How a run's end is noticed, read and told. The real SDK, and a stand-in for AWS. */
describe('ends of runs', () => {
  jest.setTimeout(60_000);
  isolateAwsEnvironment();
  let aws: AwsStandIn;
  beforeEach(async () => {
    aws = new AwsStandIn();
    await aws.start();
  });
  afterEach(() => aws.stop());

  const entities = [component('speech')];
  const id = runId(executionArn(MACHINE, 'run-1'));

  function machine(overrides?: Partial<StandInExecution>) {
    const execution: StandInExecution = {
      name: 'run-1',
      status: 'RUNNING',
      startedAt: Date.now() - 10_000,
      events: [...ENTERED],
      ...overrides,
    };
    const only: StandInMachine = {
      name: MACHINE,
      claim: 'component:default/speech',
      executions: [execution],
    };
    standInStates(aws, [only]);
    return { only, execution };
  }
  const failure = (cause: string, error = 'States.TaskFailed') => ({
    status: 'FAILED',
    stoppedAt: Date.now() - 1_000,
    error,
    cause,
    events: [
      ...ENTERED,
      {
        type: 'ExecutionFailed',
        executionFailedEventDetails: { error, cause },
      },
    ],
  });

  it.each(databaseIds)(
    'an end that is seen while the run is read as one that goes on is read next, %p',
    async database => {
      const stores = await freshStores(database);
      const { execution } = machine();
      const one = runsProcess(stores, { entities });
      await one.collect();
      const now = new Date().toISOString();
      const later = new Date(Date.now() + 60_000).toISOString();
      expect(await stores.runWork.claim(id, 'reader', now, later)).toBe(true);
      Object.assign(execution, failure('no'));
      await one.collect();
      const outcome = { work: null, after: later, failures: 0, goesOn: true };
      expect(await stores.runWork.finish(id, 'reader', outcome)).toBe(false);
      await one.follow();
      expect(await stores.runs.byId(id)).toMatchObject({
        run: { status: 'failed' },
        history: { state: 'complete', events: 3 },
      });
      expect(one.notifications.send).toHaveBeenCalledTimes(1);
    },
  );

  it('a task that nothing caught is told in words, without secrets', async () => {
    const stores = await freshStores('SQLITE_3');
    const { execution } = machine();
    const one = runsProcess(stores, { entities });
    await one.collect();
    const cause = ecsTaskText({
      stoppedReason: 'Essential container in task exited',
      containers: [
        {
          name: 'prune',
          exitCode: 1,
          reason: `gave up, password=hunter2 ${'x'.repeat(5_000)}`,
        },
      ],
    });
    Object.assign(execution, failure(cause, 'Failed: token=abcdefgh'));
    await one.collect();
    const words = expect.stringMatching(
      /^Container prune ended with exit code 1: gave up, password=\[redacted\] x+…$/,
    );
    await one.watch.watch(id);
    await one.follow();
    const record = await stores.runs.byId(id);
    expect(record).toMatchObject({
      run: { error: 'Failed: token=[redacted]', cause: words },
      history: { state: 'complete' },
    });
    expect(record?.run.cause).toHaveLength(4_000);
    const rows = await stores.knex('runs').select('content');
    expect(JSON.stringify(rows)).not.toMatch(/hunter2|abcdefgh|taskArn/i);
  });

  it('an owner who cannot be told is told later, and the history is as it was read', async () => {
    const stores = await freshStores('SQLITE_3');
    machine(failure('no'));
    const one = runsProcess(stores, { entities });
    await one.collect();
    one.notifications.send.mockRejectedValueOnce(new Error('status 503'));
    await one.follow();
    expect((await stores.runs.byId(id))?.history).toEqual({
      state: 'complete',
      readAt: expect.any(String),
      events: 3,
      problem: undefined,
    });
    await one.follow();
    expect(one.notifications.send).toHaveBeenCalledTimes(1);
    await stores.knex('runs').update({ work_after: null });
    aws.requests.length = 0;
    await one.follow();
    expect(one.notifications.send).toHaveBeenCalledTimes(2);
    expect(aws.requests).toEqual([]);
    await one.follow();
    expect(one.notifications.send).toHaveBeenCalledTimes(2);
  });

  it('a history that was read while the run went on is read to its end when somebody opens it', async () => {
    const stores = await freshStores('SQLITE_3');
    const { execution } = machine();
    const one = runsProcess(stores, { entities });
    await one.collect();
    await one.watch.watch(id);
    await one.follow();
    Object.assign(execution, failure('no'));
    await one.collect();
    await stores.knex('runs').update({ work: null, work_after: null });
    expect((await stores.runs.byId(id))?.history.state).toBe('partial');
    await one.watch.watch(id);
    await one.follow();
    expect((await stores.runs.byId(id))?.history.state).toBe('complete');

    // What is too large to be read is not asked for again.
    await stores.knex('runs').update({
      history_state: 'partial',
      history_problem: 'The history is larger',
    });
    aws.requests.length = 0;
    await one.watch.watch(id);
    await one.follow();
    expect(aws.requests).toEqual([]);
  });

  it.each(databaseIds)(
    'a run of a pipeline that was deleted does not go on for ever, %p',
    async database => {
      const stores = await freshStores(database);
      const { only } = machine();
      const one = runsProcess(stores, { entities });
      await one.collect();
      only.deleted = true;
      await one.collect();
      await one.follow();
      expect(await stores.runs.byId(id)).toMatchObject({
        terminal: true,
        run: {
          status: 'unknown',
          cause: expect.stringContaining('not known'),
        },
      });
    },
  );

  it('says that AWS has a history no more, once, without asking again and again', async () => {
    const stores = await freshStores('SQLITE_3');
    machine({ status: 'SUCCEEDED', stoppedAt: Date.now() });
    const one = runsProcess(stores, { entities });
    await one.collect();
    standInStates(aws, []);
    aws.requests.length = 0;
    await one.follow();
    await stores.knex('runs').update({ work_after: null });
    await one.follow();
    expect(await stores.runs.byId(id)).toMatchObject({
      run: { status: 'succeeded' },
      history: { state: 'failed', problem: expect.stringContaining('90 days') },
    });
    expect(aws.count('states:GetExecutionHistory')).toBe(1);
  });
});
