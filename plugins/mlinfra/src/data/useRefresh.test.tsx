import { ConflictError } from '@backstage/errors';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import type {
  CollectionState,
  RefreshResponse,
} from '@mlinfra/plugin-mlinfra-common';
import { act, renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { mlinfraApiRef } from '../api/mlinfraApiRef';
import { FixtureMlinfraApi } from '../testing/FixtureMlinfraApi';
import { collection, deniedCollection } from '../testing/fixtures';
import { minutesAgo } from '../testing/fixtures/ago';
import type { Collected } from './collected';
import { useRefresh, type Refresh } from './useRefresh';

const collected = (...collections: CollectionState[]): Collected => ({
  items: [],
  collections,
});
const asked = collected(collection({ requested: true }));
const fresh = collected(collection());

function setUp(options: {
  answer?: RefreshResponse | Error;
  reload: () => Promise<Collected | undefined>;
}) {
  const { answer, reload } = options;
  const refresh = jest.fn(async (): Promise<RefreshResponse> => {
    if (answer instanceof Error) {
      throw answer;
    }
    return answer ?? { status: 'scheduled', retryAfterSeconds: 30 };
  });
  const api = new FixtureMlinfraApi({ refresh });
  const wrapper = ({ children }: PropsWithChildren<{}>) => (
    <TestApiProvider apis={[[mlinfraApiRef, api]]}>{children}</TestApiProvider>
  );
  const hook = renderHook(
    ({ entityRef }) => useRefresh({ entityRef, reload }),
    { wrapper, initialProps: { entityRef: 'component:default/speech' } },
  );
  return { ...hook, refresh };
}

const pass = (seconds: number) =>
  act(() => jest.advanceTimersByTimeAsync(seconds * 1000));

/** Not awaited by `act`: the clicks' work goes on while time passes. */
function click(result: { current: Refresh }, times = 1) {
  act(() => {
    for (let count = 0; count < times; count++) {
      result.current.start();
    }
  });
}

function hideTab(hidden: boolean) {
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('useRefresh', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('follows the refresh that another card has started, without asking again', async () => {
    const reload = jest.fn(async () => fresh);
    const first = setUp({ reload: async () => fresh });
    const second = setUp({ reload });

    click(first.result);
    await pass(10);

    expect(first.result.current.outcome).toEqual({ kind: 'collected' });
    expect(second.result.current.outcome).toEqual({ kind: 'collected' });
    expect(reload).toHaveBeenCalled();
    expect(first.refresh).toHaveBeenCalledTimes(1);
    expect(second.refresh).not.toHaveBeenCalled();
  });

  it('does not follow what was started for another entity', async () => {
    const reload = jest.fn(async () => fresh);
    const first = setUp({ reload: async () => fresh });
    const second = setUp({ reload });
    second.rerender({ entityRef: 'component:default/captions' });

    click(first.result);
    await pass(10);

    expect(reload).not.toHaveBeenCalled();
  });

  it('asks until what was asked for has been collected, then says so', async () => {
    // A round from before the request may run, or have ended since the page was read.
    const reload = jest
      .fn<Promise<Collected>, []>()
      .mockResolvedValueOnce(
        collected(collection({ requested: true, running: true })),
      )
      .mockResolvedValueOnce(
        collected(
          collection({ requested: true, lastAttemptAt: minutesAgo(0) }),
        ),
      )
      .mockResolvedValue(fresh);
    const { result } = setUp({ reload });

    click(result);
    expect(result.current.running).toBe(true);
    await pass(4);
    expect(result.current.running).toBe(true);
    await pass(2);
    expect(result.current).toMatchObject({
      running: false,
      outcome: { kind: 'collected' },
    });

    await pass(60);
    expect(reload).toHaveBeenCalledTimes(3);
  });

  it('waits for every collector, not for the quickest', async () => {
    const reload = jest
      .fn<Promise<Collected>, []>()
      .mockResolvedValueOnce(
        collected(
          collection(),
          collection({ collector: 'budgets', requested: true }),
        ),
      )
      .mockResolvedValue(
        collected(collection(), collection({ collector: 'budgets' })),
      );
    const { result } = setUp({ reload });

    click(result);
    await pass(2);
    expect(result.current.running).toBe(true);
    await pass(2);
    expect(result.current.outcome).toEqual({ kind: 'collected' });
  });

  it('says when a part of the collection failed', async () => {
    const { result } = setUp({
      reload: async () => collected(collection(), deniedCollection()),
    });

    click(result);
    await pass(2);
    expect(result.current.outcome).toEqual({ kind: 'collected-in-part' });
  });

  it('gives up after a minute and a half', async () => {
    const reload = jest.fn(async () => asked);
    const { result } = setUp({ reload });

    click(result);
    await pass(89);
    expect(result.current.running).toBe(true);
    await pass(3);
    expect(result.current).toMatchObject({
      running: false,
      outcome: { kind: 'slow' },
    });
    const calls = reload.mock.calls.length;
    await pass(60);
    expect(reload).toHaveBeenCalledTimes(calls);
  });

  it('says when the next refresh is possible', async () => {
    const reload = jest.fn(async () => asked);
    const { result } = setUp({
      answer: { status: 'too-soon', retryAfterSeconds: 42 },
      reload,
    });

    click(result);
    await pass(0);
    expect(result.current.outcome).toEqual({
      kind: 'too-soon',
      retryAfterSeconds: 42,
    });
    await pass(60);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('says why a refresh was not accepted', async () => {
    const error = new ConflictError('Another refresh is under way');
    const { result } = setUp({ answer: error, reload: async () => asked });

    click(result);
    await pass(0);
    expect(result.current).toMatchObject({
      running: false,
      outcome: { kind: 'failed', error },
    });
  });

  it('takes a double click for one', async () => {
    const { result, refresh } = setUp({ reload: async () => asked });

    click(result, 2);
    await pass(2);
    click(result);
    await pass(2);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('asks nothing more once the page is left', async () => {
    const reload = jest.fn(async () => asked);
    const { result, unmount } = setUp({ reload });

    click(result);
    await pass(2);
    unmount();
    await pass(60);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('asks nothing more for an entity that was left, and can refresh the next', async () => {
    const reload = jest.fn(async () => asked);
    const { result, rerender, refresh } = setUp({ reload });

    click(result);
    await pass(2);
    rerender({ entityRef: 'component:default/other' });
    expect(result.current.running).toBe(false);
    await pass(60);
    expect(reload).toHaveBeenCalledTimes(1);
    expect(result.current.outcome).toBeUndefined();

    click(result);
    await pass(0);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('asks nothing while the tab is hidden, and goes on when it is seen again', async () => {
    const reload = jest.fn(async () => fresh);
    const { result } = setUp({ reload });

    click(result);
    hideTab(true);
    await pass(20);
    expect(reload).not.toHaveBeenCalled();

    hideTab(false);
    await pass(2);
    expect(reload).toHaveBeenCalledTimes(1);
    expect(result.current.outcome).toEqual({ kind: 'collected' });
  });

  it('ends when a hidden tab’s page is left', async () => {
    const reload = jest.fn(async () => fresh);
    const { result, unmount } = setUp({ reload });

    click(result);
    hideTab(true);
    await pass(4);
    unmount();
    hideTab(false);
    await pass(60);
    expect(reload).not.toHaveBeenCalled();
  });
});
