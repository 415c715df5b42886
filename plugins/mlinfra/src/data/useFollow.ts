import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useEffect, useRef } from 'react';
import { useDocumentVisible } from './useDocumentVisible';

/** At most one question per second, however many signals come. */
const THROTTLE_MS = 1_000;
/** With signals, in case one was lost. */
const BACKSTOP_MS = 30_000;
const POLL_MS = 3_000;

/** What to follow, and how to ask again. */
export interface FollowOptions {
  /** Channels that tell of changes. */
  channels: string[];
  /** False where nothing changes any more. */
  active: boolean;
  reload: () => Promise<unknown>;
  /** How often to ask where there are no signals; 3 seconds by default. */
  pollMs?: number;
}

/**
 * Keeps an answer new while something goes on: asks again on signals, and in
 * between in case there are none. Never asks while an answer is awaited, while
 * nobody sees the page, or once `active` is false; asks at once when the page
 * is seen again. `reload` must be memoised.
 */
export function useFollow(options: FollowOptions): void {
  const { channels, active, reload, pollMs = POLL_MS } = options;
  const signals = useApiHolder().get(signalApiRef);
  const visible = useDocumentVisible();
  const hiddenSince = useRef(false);
  const channelList = channels.join(' ');

  useEffect(() => {
    if (!visible) {
      hiddenSince.current = true;
    }
    if (!active || !visible) {
      return undefined;
    }
    const interval = signals && channelList ? BACKSTOP_MS : pollMs;
    let timer: ReturnType<typeof setTimeout>;
    let asking = false;
    let changed = false;
    let ended = false;
    let lastAsked = Date.now();

    async function ask() {
      asking = true;
      changed = false;
      lastAsked = Date.now();
      await reload();
      asking = false;
      if (!ended) {
        plan();
      }
    }
    function plan() {
      clearTimeout(timer);
      const since = Date.now() - lastAsked;
      const wait = Math.max(0, (changed ? THROTTLE_MS : interval) - since);
      timer = setTimeout(ask, wait);
    }
    const onSignal = () => {
      changed = true;
      if (!asking) {
        plan();
      }
    };

    if (hiddenSince.current) {
      hiddenSince.current = false;
      ask();
    } else {
      plan();
    }
    const subscriptions = channelList
      .split(' ')
      .filter(Boolean)
      .map(channel => signals?.subscribe(channel, onSignal));
    return () => {
      ended = true;
      clearTimeout(timer);
      subscriptions.forEach(subscription => subscription?.unsubscribe());
    };
  }, [active, channelList, pollMs, reload, signals, visible]);
}
