import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { useFollow, type FollowOptions } from './useFollow';

const CHANNEL = 'mlinfra:run:1';

class FakeSignals {
  readonly listeners = new Map<string, Set<() => void>>();

  readonly api: SignalApi = {
    subscribe: (channel, onMessage) => {
      const heard = this.listeners.get(channel) ?? new Set();
      const listener = () => onMessage({} as never);
      this.listeners.set(channel, heard.add(listener));
      return { unsubscribe: () => heard.delete(listener) };
    },
  };

  send(channel: string) {
    this.listeners.get(channel)?.forEach(listener => listener());
  }
}

function follow(changes: Partial<FollowOptions> = {}, signals?: FakeSignals) {
  const reload = jest.fn(async () => {});
  const options = { channels: [CHANNEL], active: true, reload, ...changes };
  const rendered = renderHook(
    (props: FollowOptions) => {
      useFollow(props);
    },
    {
      initialProps: options,
      wrapper: ({ children }: { children: ReactNode }) =>
        signals ? (
          <TestApiProvider apis={[[signalApiRef, signals.api]]}>
            {children}
          </TestApiProvider>
        ) : (
          <TestApiProvider apis={[]}>{children}</TestApiProvider>
        ),
    },
  );
  return { reload, options, ...rendered };
}

const pass = (milliseconds: number) =>
  act(() => jest.advanceTimersByTimeAsync(milliseconds));

function setHidden(hidden: boolean) {
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

describe('useFollow', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('asks every three seconds where there are no signals', async () => {
    const { reload } = follow();
    await pass(2_900);
    expect(reload).not.toHaveBeenCalled();
    await pass(6_200);
    expect(reload).toHaveBeenCalledTimes(3);
  });

  it('asks on a signal, and every 30 seconds in case one was lost', async () => {
    const signals = new FakeSignals();
    const { reload } = follow({}, signals);
    await pass(10_000);
    expect(reload).not.toHaveBeenCalled();

    act(() => signals.send(CHANNEL));
    await pass(0);
    expect(reload).toHaveBeenCalledTimes(1);
    await pass(29_900);
    expect(reload).toHaveBeenCalledTimes(1);
    await pass(200);
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('asks once a second under a storm of signals, and once more after it', async () => {
    const signals = new FakeSignals();
    const { reload } = follow({}, signals);
    await pass(5_000);
    for (let sent = 0; sent < 19; sent += 1) {
      act(() => signals.send(CHANNEL));
      await pass(100);
    }
    expect(reload).toHaveBeenCalledTimes(2);
    await pass(1_000);
    expect(reload).toHaveBeenCalledTimes(3);
    await pass(5_000);
    expect(reload).toHaveBeenCalledTimes(3);
  });

  it('hears a signal that comes while an answer is awaited, and never asks twice at once', async () => {
    const signals = new FakeSignals();
    let answer = () => {};
    const reload = jest.fn(
      () =>
        new Promise<void>(resolve => {
          answer = resolve;
        }),
    );
    follow({ reload }, signals);
    await pass(2_000);
    act(() => signals.send(CHANNEL));
    await pass(0);
    act(() => signals.send(CHANNEL));
    await pass(60_000);
    expect(reload).toHaveBeenCalledTimes(1);

    answer();
    await pass(0);
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('asks nothing while nobody sees the page, and at once when it is seen again', async () => {
    const signals = new FakeSignals();
    const { reload } = follow({}, signals);
    setHidden(true);
    expect(signals.listeners.get(CHANNEL)?.size).toBe(0);
    await pass(120_000);
    expect(reload).not.toHaveBeenCalled();

    setHidden(false);
    await pass(0);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('stops when nothing changes any more, and when the page is left', async () => {
    const { reload, rerender, options, unmount } = follow();
    rerender({ ...options, active: false });
    await pass(60_000);
    expect(reload).not.toHaveBeenCalled();

    rerender(options);
    unmount();
    await pass(60_000);
    expect(reload).not.toHaveBeenCalled();
  });
});
