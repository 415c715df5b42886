import { toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Something that a button does, once. */
export interface Action<Arguments extends unknown[]> {
  run: (...args: Arguments) => Promise<void>;
  pending: boolean;
  /** Why the last try failed. */
  error?: Error;
}

/**
 * Sends something, one at a time, and hands the answer to `onDone`; what
 * comes after the page was left goes nowhere.
 */
export function useAction<Arguments extends unknown[], Answer>(
  send: (...args: Arguments) => Promise<Answer>,
  onDone: (answer: Answer) => void,
): Action<Arguments> {
  const sending = useRef(false);
  const left = useRef(false);
  const [state, setState] = useState<{ pending: boolean; error?: Error }>({
    pending: false,
  });

  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);

  const run = useCallback(
    async (...args: Arguments) => {
      // State would be read too late by the second click of a double click.
      if (sending.current) {
        return;
      }
      sending.current = true;
      setState({ pending: true });
      try {
        const answer = await send(...args);
        if (!left.current) {
          setState({ pending: false });
          onDone(answer);
        }
      } catch (caught) {
        if (!left.current) {
          setState({ pending: false, error: toError(caught) });
        }
      } finally {
        sending.current = false;
      }
    },
    [send, onDone],
  );
  return { run, ...state };
}
