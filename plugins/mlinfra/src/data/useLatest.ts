import { toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';

/** What a question to the backend has led to so far. */
export interface Latest<T> {
  /** The last good answer; kept when asking again fails. */
  data?: T;
  /** Why the last attempt failed. */
  error?: Error;
  /** True while an answer is awaited. */
  pending: boolean;
  /** Asks again; resolves to the answer, or to undefined when it failed. */
  reload: () => Promise<T | undefined>;
}

interface State<T> {
  load: () => Promise<T>;
  data?: T;
  error?: Error;
  pending: boolean;
}

/**
 * Asks once, and again whenever `load` becomes another function. Everything
 * known belongs to one `load`: as soon as it changes, the old answer is gone
 * and a late one is dropped, so that one entity's data never stands on
 * another entity's page. `load` must be memoised.
 */
export function useLatest<T>(load: () => Promise<T>): Latest<T> {
  const [state, setState] = useState<State<T>>({ load, pending: true });
  const call = useRef(0);

  const reload = useCallback(async () => {
    call.current += 1;
    const mine = call.current;
    const settle = (change: (previous: State<T>) => State<T>) => {
      if (call.current === mine) {
        setState(previous =>
          change(previous.load === load ? previous : { load, pending: true }),
        );
      }
    };

    settle(previous => ({ ...previous, pending: true }));
    try {
      const data = await load();
      settle(() => ({ load, data, pending: false }));
      return data;
    } catch (caught) {
      const error = toError(caught);
      settle(({ data }) => ({ load, data, error, pending: false }));
      return undefined;
    }
  }, [load]);

  useEffect(() => {
    reload();
    return () => {
      call.current += 1;
    };
  }, [reload]);

  const { data, error, pending }: State<T> =
    state.load === load ? state : { load, pending: true };
  return { data, error, pending, reload };
}
