import { AwsStandIn } from '../../__testUtils__/AwsStandIn';
import { isolateAwsEnvironment } from '../../__testUtils__/awsEnvironment';
import { databaseIds, freshStores } from '../../__testUtils__/databases';
import { component } from '../../__testUtils__/entities';
import { runsProcess } from '../../__testUtils__/runsProcess';
import {
  executionArn,
  type StandInExecution,
  standInStates,
} from '../../__testUtils__/standInStates';
import { runId } from '../store/runId';

const MACHINE = 'speech-compress';
const HOUR = 3_600_000;
const DEFINITION = JSON.stringify({
  StartAt: 'Prune',
  States: { Prune: { Type: 'Pass', End: true } },
});
const ENTERED = [
  { type: 'ExecutionStarted', executionStartedEventDetails: { input: '{}' } },
  { type: 'PassStateEntered', stateEnteredEventDetails: { name: 'Prune' } },
];
const EXITED = {
  type: 'PassStateExited',
  stateExitedEventDetails: { name: 'Prune', output: '{}' },
};

function run(overrides?: Partial<StandInExecution>): StandInExecution {
  return {
    name: 'run-1',
    status: 'RUNNING',
    startedAt: Date.now() - 10_000,
    events: [...ENTERED],
    ...overrides,
  };
}

function failed(overrides?: Partial<StandInExecution>): StandInExecution {
  return run({
    status: 'FAILED',
    stoppedAt: Date.now() - 1_000,
    error: 'States.TaskFailed',
    cause: 'the step failed',
    events: [
      ...ENTERED,
      {
        type: 'ExecutionFailed',
        executionFailedEventDetails: { error: 'States.TaskFailed' },
      },
    ],
    ...overrides,
  });
}

/** The real SDK, and a stand-in for AWS whose lists have two entries per page. */
describe('RunFollower', () => {
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

  function machine(...executions: StandInExecution[]) {
    standInStates(aws, [
      {
        name: MACHINE,
        claim: 'component:default/speech',
        definition: DEFINITION,
        executions,
      },
    ]);
  }
  const tick = () => new Promise(resolve => setTimeout(resolve, 350));

  it.each(databaseIds)(
    'follows a run that a page watches: new events only, a signal per change, to its end, %p',
    async database => {
      const stores = await freshStores(database);
      const execution = run();
      machine(execution);
      const one = runsProcess(stores, { entities });
      await one.collect();
      await one.follow();
      expect(aws.count('states:GetExecutionHistory')).toBe(0);

      await one.watch.watch(id);
      await one.follow();
      expect(one.signals.publish).toHaveBeenLastCalledWith({
        recipients: { type: 'broadcast' },
        channel: `mlinfra:run:${id}`,
        message: { runId: id, at: expect.any(String) },
      });
      expect((await stores.runs.byId(id))?.history).toMatchObject({
        state: 'partial',
        events: 2,
      });
      expect((await stores.runHistories.of(id))?.definition).toBe(DEFINITION);
      expect((await stores.runHistories.of(id))?.steps).toHaveLength(1);

      const signals = one.signals.publish.mock.calls.length;
      aws.requests.length = 0;
      await tick();
      await one.follow();
      expect(aws.requests.map(each => each.operation)).toEqual([
        'states:DescribeExecution',
        'states:GetExecutionHistory',
      ]);
      expect(one.signals.publish).toHaveBeenCalledTimes(signals);

      execution.events!.push(EXITED, { type: 'ExecutionSucceeded' });
      Object.assign(execution, { status: 'SUCCEEDED', stoppedAt: Date.now() });
      aws.requests.length = 0;
      await tick();
      await one.follow();
      // Newest first: the page of the new ones, and the one with those known.
      expect(aws.count('states:GetExecutionHistory')).toBe(2);
      expect(await stores.runs.byId(id)).toMatchObject({
        run: { status: 'succeeded' },
        history: { state: 'complete', events: 4 },
      });
      const events = await stores.runHistories.events(id, 1, 10);
      expect(events.map(event => event.id)).toEqual([2, 3, 4]);
      expect(await stores.runHistories.events(id, 2, 1)).toHaveLength(1);

      aws.requests.length = 0;
      await one.watch.watch(id);
      await one.follow();
      expect(aws.requests).toEqual([]);
    },
  );

  it.each(databaseIds)(
    'two replicas read a run once, and tell its owner once, %p',
    async database => {
      const stores = await freshStores(database);
      machine(failed());
      const one = runsProcess(stores, { entities });
      const other = runsProcess(stores, { entities });
      await one.collect();
      await other.collect();
      await Promise.all([one.follow(), other.follow()]);
      await Promise.all([one.follow(), other.follow()]);
      expect(aws.count('states:DescribeExecution')).toBe(1);
      expect(aws.count('states:GetExecutionHistory')).toBe(2);
      const sent = [
        ...one.notifications.send.mock.calls,
        ...other.notifications.send.mock.calls,
      ];
      expect(sent).toEqual([
        [
          {
            recipients: {
              type: 'entity',
              entityRef: ['group:default/ml-speech'],
            },
            payload: expect.objectContaining({
              severity: 'high',
              link: `/mlinfra/runs/${id}`,
              scope: `mlinfra:run:${id}:0`,
            }),
          },
        ],
      ]);
      const restarted = runsProcess(stores, { entities });
      await stores.knex('runs').update({ work: 'read' });
      await restarted.follow();
      expect(restarted.notifications.send).not.toHaveBeenCalled();
    },
  );

  it.each(databaseIds)(
    'what a killed process had begun is taken over when its lease has ended, %p',
    async database => {
      const stores = await freshStores(database);
      machine(failed());
      const survivor = runsProcess(stores, { entities });
      await survivor.collect();
      const now = new Date().toISOString();
      const until = new Date(Date.now() + 60_000).toISOString();
      expect(await stores.runWork.claim(id, 'killed', now, until)).toBe(true);
      await survivor.follow();
      expect(aws.count('states:GetExecutionHistory')).toBe(0);

      await stores.knex('runs').update({ leased_until: now });
      await tick();
      await survivor.follow();
      expect((await stores.runs.byId(id))?.history.state).toBe('complete');
      const history = { steps: [], events: [] };
      const reading = { state: 'partial', readAt: now } as const;
      expect(
        await stores.runHistories.save(id, 'killed', history, reading),
      ).toBe(false);
      expect((await stores.runs.byId(id))?.history.state).toBe('complete');
    },
  );

  it('reads a run that ended unseen once; one that ended long ago when it is opened, without news', async () => {
    const stores = await freshStores('SQLITE_3');
    const now = Date.now();
    machine(
      failed(),
      failed({
        name: 'old',
        startedAt: now - 50 * HOUR,
        stoppedAt: now - 49 * HOUR,
        error: 'QualityGateRejected',
      }),
    );
    const one = runsProcess(stores, { entities });
    await one.collect();
    await one.follow();
    const old = runId(executionArn(MACHINE, 'old'));
    expect(await stores.runs.byId(old)).toMatchObject({
      run: { status: 'rejected' },
      history: { state: undefined },
    });
    expect(one.notifications.send).toHaveBeenCalledTimes(1);
    await one.watch.watch(old);
    await one.follow();
    expect((await stores.runs.byId(old))?.history.state).toBe('complete');
    expect(one.notifications.send).toHaveBeenCalledTimes(1);
  });

  it('tells of a redriven run that fails again once more, and keeps its events', async () => {
    const stores = await freshStores('SQLITE_3');
    const execution = failed();
    machine(execution);
    const one = runsProcess(stores, { entities });
    await one.collect();
    await one.follow();
    Object.assign(execution, {
      status: 'RUNNING',
      redriveCount: 1,
      stoppedAt: undefined,
      events: [...execution.events!, { type: 'ExecutionRedriven' }],
    });
    await one.collect();
    expect(await stores.runs.byId(id)).toMatchObject({
      terminal: false,
      run: { status: 'running', redriveCount: 1 },
    });
    expect((await stores.runs.byId(id))?.run.error).toBeUndefined();
    Object.assign(execution, {
      status: 'FAILED',
      stoppedAt: Date.now(),
      events: [...execution.events!, { type: 'ExecutionFailed' }],
    });
    await one.collect();
    await one.follow();
    expect((await stores.runs.byId(id))?.history.events).toBe(5);
    expect(one.notifications.send).toHaveBeenCalledTimes(2);
  });

  it('says why a history cannot be read, and asks again when somebody opens it later', async () => {
    const stores = await freshStores('SQLITE_3');
    machine(failed());
    const one = runsProcess(stores, { entities });
    await one.collect();
    aws.fail('states:GetExecutionHistory', 'AccessDeniedException');
    await one.follow();
    await one.follow();
    expect(aws.count('states:GetExecutionHistory')).toBe(1);
    expect((await stores.runs.byId(id))?.history).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('states:GetExecutionHistory is denied'),
    });
    machine(failed());
    await one.watch.watch(id);
    await one.follow();
    expect((await stores.runs.byId(id))?.history.state).toBe('failed');
    await stores.knex('runs').update({
      history_read_at: '2026-01-01T00:00:00.000Z',
    });
    await one.watch.watch(id);
    await one.follow();
    expect((await stores.runs.byId(id))?.history.state).toBe('complete');
  });

  it('a run that AWS has no more says so', async () => {
    const stores = await freshStores('SQLITE_3');
    machine(run());
    const one = runsProcess(stores, { entities });
    await one.collect();
    machine();
    await one.watch.watch(id);
    await one.follow();
    expect(await stores.runs.byId(id)).toMatchObject({
      terminal: true,
      run: { status: 'unknown' },
      history: { state: 'failed', problem: expect.stringContaining('90 days') },
    });
  });
});
