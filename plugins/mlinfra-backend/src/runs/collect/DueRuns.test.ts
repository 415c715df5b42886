import type { DueRun } from '../store/RunWorkStore';
import { DueRuns } from './DueRuns';

const due = (id: string, watched = false): DueRun => ({
  id,
  arn: id,
  pipelineId: 'p',
  accountId: '111111111111',
  region: 'eu-central-1',
  work: 'read',
  watched,
  failures: 0,
});

/** Runs in memory; those named `slow` are read until they are let go. */
function setUp(...waiting: DueRun[]) {
  const read: string[] = [];
  let letGo = () => {};
  const slow = new Promise<void>(resolve => {
    letGo = resolve;
  });
  const runs = new DueRuns({
    work: {
      due: async () => [...waiting],
      claim: async id => {
        const index = waiting.findIndex(each => each.id === id);
        return index >= 0 && waiting.splice(index, 1).length === 1;
      },
    },
    read: async ({ id }) => {
      read.push(id);
      await (id.startsWith('slow') ? slow : undefined);
    },
    instant: () => new Date().toISOString(),
  });
  return { runs, read, waiting, letGo };
}

const soon = () => new Promise(resolve => setTimeout(resolve, 20));
const { signal } = new AbortController();

describe('DueRuns', () => {
  it('takes runs until nothing is due', async () => {
    const { runs, read } = setUp(
      ...['a', 'b', 'c', 'd', 'e'].map(id => due(id)),
    );
    await runs.takeAll(signal);
    expect(read.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('leaves a place for a watched run, however slow the others are', async () => {
    const { runs, read, waiting, letGo } = setUp(
      ...[1, 2, 3, 4, 5].map(index => due(`slow${index}`)),
    );
    const all = runs.takeAll(signal);
    await soon();
    expect(read).toEqual(['slow1', 'slow2', 'slow3']);
    waiting.unshift(due('watched', true));
    await new Promise(resolve => setTimeout(resolve, 1_100));
    expect(read).toEqual(['slow1', 'slow2', 'slow3', 'watched']);
    letGo();
    await all;
    expect(read).toHaveLength(6);
  });

  it('takes nothing after the end was asked for', async () => {
    const { runs, read } = setUp(due('a'));
    await runs.takeAll(AbortSignal.abort());
    expect(read).toEqual([]);
  });
});
