import { ecsTaskText } from '../history/__testUtils__/ecsTaskText';
import { HistoryBuilder } from '../history/__testUtils__/HistoryBuilder';
import { historyInput } from '../history/__testUtils__/historyInput';
import { buildRunHistory } from '../history/buildRunHistory';
import type { RunHistoryInput } from '../model';

/** A run of one step whose tasks ended as given, one per attempt. */
function costOf(tasks: string[], overrides: Partial<RunHistoryInput> = {}) {
  const history = new HistoryBuilder();
  let last = history.enter('Task', 'Prune', history.begin());
  tasks.forEach((task, index) => {
    const submitted = history.submit(
      last,
      JSON.stringify({ Tasks: [JSON.parse(task)] }),
    );
    last =
      index < tasks.length - 1
        ? history.fail(submitted, 'ECS.Busy', task)
        : history.succeed(submitted, task);
  });
  history.end('Succeeded', history.exit('Task', 'Prune', last));
  const { cost, steps } = buildRunHistory(
    historyInput(history.events, overrides),
  );
  return { run: cost, step: steps[0].cost };
}

const hour = {
  PullStartedAt: Date.parse('2026-01-01T00:00:00Z'),
  StoppedAt: Date.parse('2026-01-01T01:00:00Z'),
};

describe('cost of a run', () => {
  it.each<
    [string, string, Record<string, unknown>, string | undefined, string]
  >([
    // 1 vCPU and 2 GB: 0.04656 + 2 x 0.00511 USD/h.
    ['an hour', 'eu-central-1', hour, '0.05678', 'exact'],
    // 120 s from the pull to the end.
    ['two minutes', 'eu-central-1', {}, '0.001893', 'exact'],
    [
      'less than a minute, billed as one',
      'eu-central-1',
      { ...hour, StoppedAt: hour.PullStartedAt + 900 },
      '0.000946',
      'exact',
    ],
    [
      'a begun second',
      'eu-central-1',
      { ...hour, StoppedAt: hour.PullStartedAt + 61_001 },
      '0.000978',
      'exact',
    ],
    ['x86', 'us-east-1', hour, '0.04937', 'exact'],
    [
      'ARM',
      'us-east-1',
      {
        ...hour,
        Attributes: [{ Name: 'ecs.cpu-architecture', Value: 'arm64' }],
      },
      '0.0395',
      'exact',
    ],
    [
      'storage',
      'us-east-1',
      { ...hour, EphemeralStorage: { SizeInGiB: 120 } },
      '0.06047',
      'exact',
    ],
    [
      'storage without a price',
      'eu-central-1',
      { ...hour, EphemeralStorage: { SizeInGiB: 120 } },
      '0.05678',
      'partial',
    ],
    [
      'Spot',
      'eu-central-1',
      { ...hour, CapacityProviderName: 'FARGATE_SPOT' },
      '0.05678',
      'at-most',
    ],
    [
      'ARM without a price',
      'eu-central-1',
      {
        ...hour,
        Attributes: [{ Name: 'ecs.cpu-architecture', Value: 'arm64' }],
      },
      undefined,
      'partial',
    ],
    ['a region without prices', 'ap-south-1', hour, undefined, 'partial'],
    ['EC2', 'us-east-1', { ...hour, LaunchType: 'EC2' }, undefined, 'partial'],
    ['no size', 'us-east-1', { ...hour, Cpu: 'x' }, undefined, 'partial'],
    [
      'a task whose image was never pulled',
      'us-east-1',
      { ...hour, PullStartedAt: undefined, StartedAt: undefined },
      '0',
      'exact',
    ],
  ])('%s in %s', (_, region, task, usd, accuracy) => {
    const { step } = costOf([ecsTaskText(task)], { region });
    expect(step).toMatchObject({ usd, accuracy });
  });

  it('counts every attempt, and the transitions', () => {
    const { run, step } = costOf([ecsTaskText(hour), ecsTaskText(hour)]);
    expect(step?.usd).toBe('0.11356');
    // Two more transitions at 0.000025 USD: the state and its retry.
    expect(run).toEqual({
      usd: '0.11361',
      accuracy: 'exact',
      notes: [
        'Counted: 2 Fargate tasks and 2 state transitions. Not counted: requests to other services, logs, data transfer and public addresses.',
        'Prices on demand in eu-central-1 from AWS Price List API (2026-07-07).',
        'The price of EUC1-StateTransition is not confirmed for this region; it is taken from us-east-1.',
      ],
    });
  });

  it('names the region without prices, and does not guess', () => {
    const { run } = costOf([ecsTaskText(hour)], { region: 'ap-south-1' });
    expect(run?.usd).toBeUndefined();
    expect(run?.notes.join(' ')).toContain('ap-south-1');
  });

  it('says where times of the run stand in for those of ECS', () => {
    const { step } = costOf([ecsTaskText({ PullStartedAt: undefined })]);
    expect(step?.accuracy).toBe('at-most');
    expect(step?.notes[0]).toContain('ECS has not reported all times of Prune');
  });

  it('says that what runs is not counted yet', () => {
    const history = new HistoryBuilder();
    history.submit(
      history.enter('Task', 'Prune', history.begin()),
      JSON.stringify({ Tasks: [JSON.parse(ecsTaskText())] }),
    );
    const { cost } = buildRunHistory(historyInput(history.events));
    expect(cost).toMatchObject({ usd: '0.000025', accuracy: 'partial' });
    expect(cost?.notes[0]).toBe('What still runs is not counted yet.');
  });
});
