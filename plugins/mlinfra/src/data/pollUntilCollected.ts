import { isAnswered, type Collected } from './collected';

const INTERVAL_MS = 2_000;
/** A request may wait for half a minute before its collection begins. */
const PATIENCE_MS = 90_000;

/** What to ask, and when to stop asking. */
export interface PollOptions {
  reload: () => Promise<Collected | undefined>;
  signal: AbortSignal;
}

/**
 * Asks every two seconds until what was asked for has been collected, for at
 * most a minute and a half. Asks nothing while the tab is hidden or once aborted.
 *
 * @returns the new data, or undefined when patience ran out or on abort
 */
export async function pollUntilCollected(
  options: PollOptions,
): Promise<Collected | undefined> {
  const { reload, signal } = options;
  const deadline = Date.now() + PATIENCE_MS;
  while (!signal.aborted) {
    await wait(INTERVAL_MS, signal);
    await tabVisible(signal);
    if (signal.aborted) {
      break;
    }
    const data = await reload();
    if (data && isAnswered(data)) {
      return data;
    }
    if (Date.now() >= deadline) {
      break;
    }
  }
  return undefined;
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function tabVisible(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (!document.hidden) {
      resolve();
      return;
    }
    const done = () => {
      if (signal.aborted || !document.hidden) {
        document.removeEventListener('visibilitychange', done);
        resolve();
      }
    };
    document.addEventListener('visibilitychange', done);
    signal.addEventListener('abort', done);
  });
}
