import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { HistoryBuilder } from './__testUtils__/HistoryBuilder';
import { ecsTaskText, TASK_ARN } from './__testUtils__/ecsTaskText';
import { historyInput } from './__testUtils__/historyInput';
import { mapHistory } from './__testUtils__/mapHistory';
import { buildRunHistory } from './buildRunHistory';

const read = (events: HistoryEvent[]) => buildRunHistory(historyInput(events));

/** `name: status`, with the statuses of the attempts. */
const outline = (events: HistoryEvent[]) =>
  read(events).steps.map(({ stateName, status, attempts, iteration }) =>
    [
      `${stateName}${
        iteration === undefined ? '' : `[${iteration}]`
      }: ${status}`,
      ...attempts.map(attempt => attempt.status),
    ].join(' '),
  );

function failed(history: HistoryBuilder, after: number, cause?: string) {
  return history.end('Failed', after, {
    executionFailedEventDetails: { error: 'States.TaskFailed', cause },
  });
}

describe('buildRunHistory', () => {
  it('follows a run from state to state while it goes on', () => {
    const history = new HistoryBuilder();
    const baseline = history.task(
      'Baseline',
      history.pass('Prepare', history.begin()),
    );
    expect(outline(history.events)).toEqual([
      'Prepare: succeeded',
      'Baseline: succeeded succeeded',
    ]);
    history.submit(history.enter('Task', 'Prune', baseline));
    expect(outline(history.events)[2]).toBe('Prune: running running');
    expect(read(history.events)).toMatchObject({
      failedState: undefined,
      error: undefined,
      output: undefined,
      input: '{}',
    });
  });

  it('gives a step its times, data, task and log', () => {
    const history = new HistoryBuilder();
    const entered = history.enter(
      'Task',
      'Prune',
      history.begin(),
      '{"token":"x"}',
    );
    const submitted = history.submit(
      entered,
      JSON.stringify({ Tasks: [JSON.parse(ecsTaskText())] }),
    );
    history.exit(
      'Task',
      'Prune',
      history.succeed(submitted, ecsTaskText()),
      '{"a":1}',
    );
    const { steps, events } = read(history.events);
    expect(steps).toEqual([
      {
        id: '2',
        stateName: 'Prune',
        stateType: 'Task',
        status: 'succeeded',
        enteredAt: '2026-01-01T00:00:01.000Z',
        exitedAt: '2026-01-01T00:00:06.000Z',
        input: '{"token":"[redacted]"}',
        output: '{"a":1}',
        attempts: [
          {
            number: 1,
            status: 'succeeded',
            startedAt: '2026-01-01T00:00:02.000Z',
            endedAt: '2026-01-01T00:00:05.000Z',
            resourceArn: TASK_ARN,
            exitCode: 0,
            hasLog: true,
          },
        ],
        cost: expect.objectContaining({ accuracy: 'exact' }),
        logs: {
          1: { group: '/ecs/steps', stream: 'prune/prune/0123456789abcdef' },
        },
      },
    ]);
    expect(events[2]).toEqual({
      id: 3,
      at: '2026-01-01T00:00:02.000Z',
      type: 'TaskScheduled',
      stateName: 'Prune',
      detail: 'ecs runTask.sync',
    });
    expect(events[4].detail).toBe(TASK_ARN);
  });

  it('tells attempts apart, and forgives a failure that a retry made up for', () => {
    const history = new HistoryBuilder();
    const entered = history.enter('Task', 'Prune', history.begin());
    const first = history.fail(
      history.submit(entered),
      'ECS.ServerException',
      'Busy',
    );
    const second = history.succeed(history.submit(first));
    const left = history.exit('Task', 'Prune', second);
    history.end('Succeeded', left, {
      executionSucceededEventDetails: { output: '{"done":true}' },
    });
    expect(outline(history.events)).toEqual([
      'Prune: succeeded failed succeeded',
    ]);
    const { steps, failedState, output } = read(history.events);
    expect(steps[0].attempts[0]).toMatchObject({
      error: 'ECS.ServerException',
      cause: 'Busy',
    });
    expect(steps[0].error).toBeUndefined();
    expect(failedState).toBeUndefined();
    expect(output).toBe('{"done":true}');
  });

  it('says in words why a container failed, and keeps the name of the error', () => {
    const history = new HistoryBuilder();
    const cause = ecsTaskText({}, { ExitCode: 1 });
    const submitted = history.submit(
      history.enter('Task', 'Prune', history.begin()),
    );
    failed(history, history.fail(submitted, 'States.TaskFailed', cause), cause);
    const { steps, failedState, error, cause: why } = read(history.events);
    const words =
      'Container prune ended with exit code 1. Task stopped: Essential container in task exited.';
    expect(steps[0]).toMatchObject({
      status: 'failed',
      error: 'States.TaskFailed',
      cause: words,
      attempts: [{ status: 'failed', exitCode: 1, cause: words, hasLog: true }],
    });
    expect({ failedState, error, why }).toEqual({
      failedState: 'Prune',
      error: 'States.TaskFailed',
      why: words,
    });
  });

  it('names the step that failed, not the states that record it', () => {
    const history = new HistoryBuilder();
    const prune = history.enter('Task', 'Prune', history.begin());
    const caught = history.exit(
      'Task',
      'Prune',
      history.fail(history.submit(prune), 'States.TaskFailed', 'Bad model'),
    );
    const recorded = history.task('RecordFailure', caught);
    const end = history.enter('Fail', 'Failed', recorded);
    failed(history, end, 'Bad model');
    expect(outline(history.events)).toEqual([
      'Prune: caught failed',
      'RecordFailure: succeeded succeeded',
      'Failed: failed',
    ]);
    const { failedState, steps } = read(history.events);
    expect(failedState).toBe('Prune');
    expect(steps[0].cause).toBe('Bad model');
    expect(steps[2].error).toBe('States.TaskFailed');
  });

  it('names the state of a gate that rejects', () => {
    const history = new HistoryBuilder();
    const gate = history.exit(
      'Choice',
      'QualityGate',
      history.enter('Choice', 'QualityGate', history.begin()),
    );
    history.end('Failed', history.enter('Fail', 'Rejected', gate), {
      executionFailedEventDetails: {
        error: 'QualityGateRejected',
        cause: 'Too large',
      },
    });
    expect(read(history.events)).toMatchObject({
      failedState: 'Rejected',
      error: 'QualityGateRejected',
      cause: 'Too large',
    });
  });

  it('blames the state in which the run failed without any work', () => {
    const history = new HistoryBuilder();
    const choice = history.enter('Choice', 'Where', history.begin());
    history.end('Failed', choice, {
      executionFailedEventDetails: {
        error: 'States.Runtime',
        cause: 'No path',
      },
    });
    expect(read(history.events)).toMatchObject({
      failedState: 'Where',
      steps: [{ status: 'failed', error: 'States.Runtime', cause: 'No path' }],
    });
  });

  it.each([
    ['TimedOut', 'timed-out', 'Prune'],
    ['Aborted', 'aborted', undefined],
  ])('ends what is open when the run is %s', (type, status, failedState) => {
    const history = new HistoryBuilder();
    history.submit(history.enter('Task', 'Prune', history.begin()));
    history.end(type, 0);
    expect(outline(history.events)).toEqual([`Prune: ${status} ${status}`]);
    expect(read(history.events).failedState).toBe(failedState);
  });

  it('knows a task that took too long', () => {
    const history = new HistoryBuilder();
    const submitted = history.submit(
      history.enter('Task', 'Prune', history.begin()),
    );
    const late = history.add('TaskTimedOut', submitted, {
      taskTimedOutEventDetails: {
        resourceType: 'ecs',
        resource: 'runTask.sync',
        error: 'States.Timeout',
      },
    });
    history.end('Failed', late, {
      executionFailedEventDetails: { error: 'States.Timeout' },
    });
    expect(outline(history.events)).toEqual(['Prune: timed-out timed-out']);
  });

  it('reads functions and activities, also when they cannot be started', () => {
    const history = new HistoryBuilder();
    const entered = history.enter('Task', 'Score', history.begin());
    const scheduled = history.add('LambdaFunctionScheduled', entered, {
      lambdaFunctionScheduledEventDetails: {
        resource: 'arn:aws:lambda:eu-central-1:1:function:score',
      },
    });
    const error = history.add('LambdaFunctionFailed', scheduled, {
      lambdaFunctionFailedEventDetails: {
        error: 'ValueError',
        cause:
          '{"errorMessage":"bad shape","errorType":"ValueError","stackTrace":[]}',
      },
    });
    const exited = history.exit('Task', 'Score', error);
    const review = history.enter('Task', 'Review', exited);
    const asked = history.add('ActivityScheduled', review, {
      activityScheduledEventDetails: {
        resource: 'arn:aws:states:eu-central-1:1:activity:review',
      },
    });
    failed(
      history,
      history.add('ActivityTimedOut', asked, {
        activityTimedOutEventDetails: { error: 'States.Timeout' },
      }),
    );
    expect(outline(history.events)).toEqual([
      'Score: caught failed',
      'Review: timed-out timed-out',
    ]);
    const { steps, failedState, cost } = read(history.events);
    expect(steps[0]).toMatchObject({ error: 'ValueError', cause: 'bad shape' });
    expect(steps[0].logs).toEqual({ 1: { group: '/aws/lambda/score' } });
    expect(steps[1].attempts[0].hasLog).toBe(false);
    expect(failedState).toBe('Review');
    expect(cost).toMatchObject({ accuracy: 'partial' });
  });

  it('keeps branches of a Parallel apart, however their events are mixed', () => {
    const history = new HistoryBuilder();
    const entered = history.enter('Parallel', 'Both', history.begin());
    const started = history.add('ParallelStateStarted', entered);
    const a = history.enter('Task', 'A', started);
    const b = history.enter('Parallel', 'B', started);
    const inB = history.add('ParallelStateStarted', b);
    const aWork = history.submit(a);
    const deep = history.enter('Task', 'Deep', inB);
    const aDone = history.exit('Task', 'A', history.succeed(aWork));
    const afterA = history.enter('Wait', 'AfterA', aDone);
    const deepDone = history.exit(
      'Task',
      'Deep',
      history.succeed(history.submit(deep)),
    );
    const bInner = history.add('ParallelStateSucceeded', deepDone);
    const waited = history.exit('Wait', 'AfterA', afterA);
    const bDone = history.exit('Parallel', 'B', bInner);
    expect(waited).toBeLessThan(bDone);
    const inner = history.add('ParallelStateSucceeded', bDone);
    const left = history.exit('Parallel', 'Both', inner);
    history.end('Succeeded', history.pass('Last', left));
    expect(outline(history.events)).toEqual([
      'Both: succeeded',
      'A: succeeded succeeded',
      'B: succeeded',
      'Deep: succeeded succeeded',
      'AfterA: succeeded',
      'Last: succeeded',
    ]);
    const { events } = read(history.events);
    expect(events.map(({ stateName }) => stateName).slice(-6)).toEqual([
      'B',
      'Both',
      'Both',
      'Last',
      'Last',
      'Last',
    ]);
  });

  it('ends the other branches when one fails, and catches at the Parallel', () => {
    const history = new HistoryBuilder();
    const entered = history.enter('Parallel', 'Both', history.begin());
    const started = history.add('ParallelStateStarted', entered);
    const a = history.submit(history.enter('Task', 'A', started));
    history.submit(history.enter('Task', 'B', started));
    const error = history.fail(a, 'Boom', 'why');
    const inner = history.add('ParallelStateFailed', error);
    const left = history.exit('Parallel', 'Both', inner);
    history.pass('Cleanup', left);
    expect(outline(history.events)).toEqual([
      'Both: caught',
      'A: failed failed',
      'B: aborted aborted',
      'Cleanup: succeeded',
    ]);
    expect(read(history.events)).toMatchObject({
      failedState: 'A',
      steps: [{ error: 'Boom', cause: 'why' }, {}, {}, {}],
    });
  });

  it('numbers the iterations of a Map, also of one within another', () => {
    const history = new HistoryBuilder();
    const entered = history.enter('Map', 'Each', history.begin());
    const started = history.add('MapStateStarted', entered, {
      mapStateStartedEventDetails: { length: 2 },
    });
    const iterate = (name: string, index: number, after: number) =>
      history.add('MapIterationStarted', after, {
        mapIterationStartedEventDetails: { name, index },
      });
    const finish = (name: string, index: number, after: number) =>
      history.add('MapIterationSucceeded', after, {
        mapIterationSucceededEventDetails: { name, index },
      });
    const zero = iterate('Each', 0, started);
    const one = iterate('Each', 1, started);
    const oneWork = history.enter('Task', 'Work', one);
    const inner = history.enter('Map', 'Inner', zero);
    const innerStarted = history.add('MapStateStarted', inner);
    const seven = iterate('Inner', 7, innerStarted);
    const oneDone = history.exit(
      'Task',
      'Work',
      history.succeed(history.submit(oneWork)),
    );
    const leaf = finish('Inner', 7, history.pass('Leaf', seven));
    finish('Each', 1, oneDone);
    const innerDone = history.exit(
      'Map',
      'Inner',
      history.add('MapStateSucceeded', leaf),
    );
    const zeroDone = finish('Each', 0, innerDone);
    const done = history.exit(
      'Map',
      'Each',
      history.add('MapStateSucceeded', zeroDone),
    );
    history.end('Succeeded', history.pass('Last', done));
    expect(outline(history.events)).toEqual([
      'Each: succeeded',
      'Work[1]: succeeded succeeded',
      'Inner[0]: succeeded',
      'Leaf[7]: succeeded',
      'Last: succeeded',
    ]);
  });

  it('fails a Map with the iteration that failed', () => {
    const history = new HistoryBuilder();
    const started = history.add(
      'MapStateStarted',
      history.enter('Map', 'Each', history.begin()),
    );
    const [zero, one] = [0, 1].map(index =>
      history.add('MapIterationStarted', started, {
        mapIterationStartedEventDetails: { name: 'Each', index },
      }),
    );
    const work = history.submit(history.enter('Task', 'Work', zero));
    const other = history.submit(history.enter('Task', 'Work', one));
    const broken = history.fail(work, 'Boom');
    const iteration = history.add('MapIterationFailed', broken);
    const aborted = history.add('MapIterationAborted', other);
    const end = history.add('MapStateFailed', iteration);
    expect(aborted).toBeLessThan(end);
    failed(history, end);
    expect(outline(history.events)).toEqual([
      'Each: failed',
      'Work[0]: failed failed',
      'Work[1]: aborted aborted',
    ]);
    expect(read(history.events).failedState).toBe('Work');
  });

  it.each([
    ['the redrive', (redriven: number) => redriven],
    ['the failure', (_: number, failure: number) => failure],
  ])('goes on after a redrive, with %s as the previous event', (_, pick) => {
    const history = new HistoryBuilder();
    const first = history.task('Baseline', history.begin());
    const late = history.fail(
      history.submit(
        history.enter('Task', 'Prune', first),
        '{}',
        '{"step":"prune"}',
      ),
      'Boom',
    );
    const end = failed(history, late);
    expect(outline(history.events)[1]).toBe('Prune: failed failed');
    const redriven = history.add('ExecutionRedriven', end, {
      executionRedrivenEventDetails: { redriveCount: 1 },
    });
    const again = history.submit(
      pick(redriven, late),
      '{}',
      '{"step":"prune"}',
    );
    expect(outline(history.events)[1]).toBe('Prune: running failed running');
    expect(read(history.events)).toMatchObject({
      error: undefined,
      failedState: undefined,
    });
    const left = history.exit('Task', 'Prune', history.succeed(again));
    history.end('Succeeded', history.pass('Last', left));
    expect(outline(history.events)).toEqual([
      'Baseline: succeeded succeeded',
      'Prune: succeeded failed succeeded',
      'Last: succeeded',
    ]);
    expect(read(history.events).events[redriven - 1].detail).toBe('Redrive 1');
  });

  it('takes up every branch again after a redrive, each with its own work', () => {
    const history = new HistoryBuilder();
    const started = history.add(
      'ParallelStateStarted',
      history.enter('Parallel', 'Both', history.begin()),
    );
    const a = history.submit(
      history.enter('Task', 'A', started),
      '{}',
      '{"a":1}',
    );
    history.submit(history.enter('Task', 'B', started), '{}', '{"b":1}');
    const inner = history.add('ParallelStateFailed', history.fail(a, 'Boom'));
    const redriven = history.add('ExecutionRedriven', failed(history, inner));
    const b2 = history.submit(redriven, '{}', '{"b":1}');
    const a2 = history.submit(redriven, '{}', '{"a":1}');
    history.exit('Task', 'B', history.succeed(b2));
    expect(outline(history.events)).toEqual([
      'Both: running',
      'A: running failed running',
      'B: succeeded aborted succeeded',
    ]);
    const aDone = history.exit('Task', 'A', history.succeed(a2));
    const done = history.add('ParallelStateSucceeded', aDone);
    history.end('Succeeded', history.exit('Parallel', 'Both', done));
    expect(outline(history.events)[0]).toBe('Both: succeeded');
  });

  it('enters a Fail state again after a redrive instead of adding one', () => {
    const history = new HistoryBuilder();
    const end = failed(
      history,
      history.enter('Fail', 'Failed', history.begin()),
    );
    const redriven = history.add('ExecutionRedriven', end);
    const again = history.enter('Fail', 'Failed', redriven);
    expect(outline(history.events)).toEqual(['Failed: running']);
    failed(history, again);
    expect(outline(history.events)).toEqual(['Failed: failed']);
  });

  it('keeps events of types it does not know, and goes on', () => {
    const history = new HistoryBuilder();
    const odd = history.add(
      'QuantumEntangled',
      history.enter('Task', 'Prune', history.begin()),
    );
    const done = history.exit(
      'Task',
      'Prune',
      history.succeed(history.submit(odd)),
    );
    const strange = history.enter('Quantum', 'New', done);
    history.end('Succeeded', history.exit('Quantum', 'New', strange));
    const { events, steps } = read(history.events);
    expect(events[2]).toMatchObject({
      type: 'QuantumEntangled',
      stateName: 'Prune',
    });
    expect(
      steps.map(({ stateType, status }) => `${stateType} ${status}`),
    ).toEqual(['Task succeeded', 'Quantum succeeded']);
  });

  it.each<[string, HistoryEvent[]]>([
    ['nothing', []],
    ['an event without anything', [{} as HistoryEvent]],
    [
      'an exit and an end without an entry',
      [
        {
          id: 9,
          type: 'TaskStateExited',
          timestamp: new Date(Number.NaN),
        } as HistoryEvent,
        {
          id: 10,
          previousEventId: 3,
          type: 'ExecutionFailed',
          timestamp: undefined,
        },
        {
          id: 11,
          previousEventId: 99,
          type: 'TaskFailed',
          timestamp: undefined,
        },
        {
          id: 12,
          previousEventId: 12,
          type: 'ParallelStateSucceeded',
          timestamp: undefined,
        },
      ],
    ],
  ])('takes %s', (_, events) => {
    expect(read(events)).toMatchObject({ steps: [] });
  });

  it('takes events twice and in any order', () => {
    const history = new HistoryBuilder();
    history.end('Succeeded', history.task('Prune', history.begin()));
    const { events } = history;
    expect(read([...events].reverse().concat(events))).toEqual(read(events));
  });

  it.each([1_000, 25_000])('reads %i events of a Map', count => {
    const { steps } = read(mapHistory(count));
    expect(steps.at(-1)?.iteration).toBe(steps.length - 2);
    expect(steps.slice(1).every(({ status }) => status === 'succeeded')).toBe(
      true,
    );
  });
});
