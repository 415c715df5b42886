import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { RunEventsReader } from './RunEventsReader';

const call = {
  accountId: '111111111111',
  region: 'eu-central-1',
  signal: new AbortController().signal,
};

/** A history in memory, ten events per page. */
function setUp(count: number, data = '') {
  const events: HistoryEvent[] = [];
  const add = (more: number) => {
    for (let index = 0; index < more; index++) {
      events.push({
        id: events.length + 1,
        timestamp: new Date(),
        type: 'PassStateExited',
        stateExitedEventDetails: { name: 'A', output: data },
      });
    }
  };
  add(count);
  const historyPage = jest.fn(
    async (
      _call: unknown,
      _arn: string,
      options: { newestFirst: boolean; nextToken?: string },
    ) => {
      const start = Number(options.nextToken ?? 0);
      const all = options.newestFirst ? [...events].reverse() : events;
      const end = start + 10;
      return {
        events: all.slice(start, end),
        nextToken: end < all.length ? String(end) : undefined,
      };
    },
  );
  return { add, historyPage };
}

const ids = ({ events }: { events: HistoryEvent[] }) =>
  events.map(({ id }) => id);

describe('RunEventsReader', () => {
  it('reads what is new, without gap or repetition', async () => {
    const { add, historyPage } = setUp(25);
    const reader = new RunEventsReader({ historyPage });
    expect((await reader.read(call, 'a')).events).toHaveLength(25);
    expect(historyPage).toHaveBeenCalledTimes(3);
    add(12);
    const read = await reader.read(call, 'a');
    expect(historyPage).toHaveBeenCalledTimes(5);
    expect(read.cut).toBe(false);
    expect(ids(read)).toEqual(Array.from({ length: 37 }, (_, i) => i + 1));
  });

  it.each([
    ['events', { events: 12 }],
    ['characters', { size: 12 * 1_501 }],
  ])('cuts at the most %s, and asks no more after', async (_, limits) => {
    const { add, historyPage } = setUp(30, 'x'.repeat(1_000));
    const reader = new RunEventsReader({ historyPage }, limits);
    const read = await reader.read(call, 'a');
    expect(read).toMatchObject({ cut: true });
    expect(ids(read)).toEqual(Array.from({ length: 12 }, (__, i) => i + 1));
    expect(historyPage).toHaveBeenCalledTimes(2);
    add(5);
    expect(await reader.read(call, 'a')).toEqual(read);
    expect(historyPage).toHaveBeenCalledTimes(2);
  });

  it('keeps the oldest events where what is new is too large', async () => {
    const { add, historyPage } = setUp(5, 'x'.repeat(1_000));
    const reader = new RunEventsReader({ historyPage }, { size: 10 * 1_502 });
    expect((await reader.read(call, 'a')).cut).toBe(false);
    add(40);
    const read = await reader.read(call, 'a');
    expect(read.cut).toBe(true);
    expect(ids(read).slice(0, 3)).toEqual([1, 2, 3]);
    expect(read.events.length).toBeLessThan(11);
  });

  it('forgets the runs read longest ago when all are too large together', async () => {
    const { historyPage } = setUp(10, 'x'.repeat(1_000));
    const reader = new RunEventsReader({ historyPage }, { keptSize: 20_000 });
    await reader.read(call, 'a');
    await reader.read(call, 'b');
    historyPage.mockClear();
    await reader.read(call, 'b');
    expect(historyPage.mock.calls[0][2].newestFirst).toBe(true);
    await reader.read(call, 'a');
    expect(historyPage.mock.calls[1][2].newestFirst).toBe(false);
  });
});
