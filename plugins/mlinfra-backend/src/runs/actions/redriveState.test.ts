import { failedStep, storedPipeline } from '../../__testUtils__/seedRuns';
import { storedRun } from '../../__testUtils__/storedRun';
import type { StoredPipeline, StoredRun, StoredStep } from '../model';
import { redriveState } from './redriveState';

const NOW = Date.parse('2026-01-10T00:00:00Z');
const contract = {
  version: 1 as const,
  metrics: [],
  resume: {
    stepProperty: 'start_at',
    runProperty: 'resume_run',
    steps: { Prune: 'prune' },
  },
};

function state(
  run: Partial<StoredRun>,
  options: {
    pipeline?: Partial<StoredPipeline>;
    steps?: StoredStep[];
    input?: string;
    unread?: boolean;
    now?: number;
  } = {},
) {
  const { steps = [failedStep()], input = '{"model_uri":"x"}' } = options;
  return redriveState({
    record: {
      run: storedRun({ status: 'failed', failedState: 'Prune', ...run }),
      terminal: true,
      history: { state: 'complete', events: 1 },
    },
    pipeline: storedPipeline({ contract, ...options.pipeline }),
    history: options.unread ? undefined : { steps, input },
    now: options.now ?? NOW,
  });
}

const ended = failedStep({ stateName: 'Failed', stateType: 'Fail' });

describe('redriveState', () => {
  it.each<[string, ReturnType<typeof state>]>([
    ['failed', state({})],
    ['timed-out', state({ status: 'timed-out' })],
    ['aborted', state({ status: 'aborted', failedState: undefined })],
  ])('is possible for a run that is %s', (_, answer) => {
    expect(answer).toMatchObject({
      possible: true,
      reason: expect.stringContaining('goes on at Prune'),
      until: '2026-01-15T00:10:00.000Z',
    });
  });

  it.each<[string, ReturnType<typeof state>, string]>([
    ['goes on', state({ status: 'running' }), 'goes on'],
    ['is about to', state({ status: 'pending-redrive' }), 'about to go on'],
    ['succeeded', state({ status: 'succeeded' }), 'succeeded'],
    ['was rejected', state({ status: 'rejected' }), 'quality gate'],
    ['is unknown', state({ status: 'unknown' }), 'not known here'],
    [
      'is of an express machine',
      state({}, { pipeline: { type: 'EXPRESS' } }),
      'standard state machines only',
    ],
    ['was redriven too often', state({ redriveCount: 1_000 }), '1000 times'],
    [
      'ended fourteen days ago',
      state({}, { now: Date.parse('2026-01-15T00:10:00Z') }),
      'within 14 days',
    ],
    ['has not been read', state({}, { unread: true }), 'not been read yet'],
    [
      'caught its failure',
      state({}, { steps: [failedStep({ status: 'caught' }), ended] }),
      'ended in the state Failed',
    ],
  ])('is not possible for a run that %s', (_, answer, words) => {
    expect(answer.possible).toBe(false);
    expect(answer.reason).toContain(words);
    expect(answer.until).toBeUndefined();
  });

  it('offers to start again where the pipeline says how', () => {
    expect(
      state({}, { steps: [failedStep({ status: 'caught' }), ended] })
        .startAgain,
    ).toEqual({
      stateName: 'Prune',
      input: { model_uri: 'x', start_at: 'prune', resume_run: 'run-1' },
    });
  });

  it.each<[string, ReturnType<typeof state>]>([
    ['without a contract', state({}, { pipeline: { contract: undefined } })],
    ['at a step of no name there', state({ failedState: 'toString' })],
    [
      'from an input of which something is hidden',
      state({}, { input: '{"token":"[redacted]"}' }),
    ],
    ['from an input that is no object', state({}, { input: '[]' })],
    ['before the history was read', state({}, { unread: true })],
    ['after a rejection', state({ status: 'rejected' })],
    ['after a success', state({ status: 'succeeded' })],
  ])('does not offer it %s', (_, answer) => {
    expect(answer.startAgain).toBeUndefined();
  });
});
