import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type { EntityRef } from '@mlinfra/plugin-mlinfra-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { mlinfraApiRef } from '../api/mlinfraApiRef';
import type { Collected } from './collected';
import { pollUntilCollected } from './pollUntilCollected';
import { announceRefresh, onRefresh } from './refreshAnnouncements';

/** How a refresh ended. */
export type RefreshOutcome =
  | { kind: 'collected' }
  /** Something was collected, and something failed. */
  | { kind: 'collected-in-part' }
  | { kind: 'too-soon'; retryAfterSeconds: number }
  /** Scheduled, but nothing new within the time a person waits. */
  | { kind: 'slow' }
  | { kind: 'failed'; error: Error };

/** What to refresh and how to see that it happened. */
export interface RefreshOptions {
  entityRef: EntityRef;
  reload: () => Promise<Collected | undefined>;
}

/** A refresh that a button can start. */
export interface Refresh {
  start: () => void;
  running: boolean;
  outcome?: RefreshOutcome;
}

/**
 * Has an entity's data collected now, and follows it until it is there; also
 * where another card has asked for it. One at a time; leaving the page or the
 * entity ends the waiting.
 */
export function useRefresh(options: RefreshOptions): Refresh {
  const { entityRef, reload } = options;
  const api = useApi(mlinfraApiRef);
  const controller = useRef<AbortController>();
  const [running, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<RefreshOutcome>();

  useEffect(
    () => () => {
      controller.current?.abort();
      controller.current = undefined;
      setRunning(false);
      setOutcome(undefined);
    },
    [entityRef],
  );

  /** Runs one refresh at a time; says nothing when the page has moved on. */
  const run = useCallback(
    async (refresh: (signal: AbortSignal) => Promise<RefreshOutcome>) => {
      // State would be read too late by the second click of a double click.
      if (controller.current) {
        return;
      }
      const mine = new AbortController();
      controller.current = mine;
      setRunning(true);
      setOutcome(undefined);
      const result = await refresh(mine.signal).catch(
        (error): RefreshOutcome => ({ kind: 'failed', error: toError(error) }),
      );
      if (controller.current === mine) {
        controller.current = undefined;
        setRunning(false);
        setOutcome(result);
      }
    },
    [],
  );

  const follow = useCallback(
    () =>
      run(async signal =>
        outcomeOf(await pollUntilCollected({ reload, signal })),
      ),
    [run, reload],
  );

  useEffect(() => onRefresh(entityRef, follow), [entityRef, follow]);

  const start = useCallback(
    () =>
      run(async signal => {
        const answer = await api.refresh({ entityRef });
        if (answer.status === 'too-soon') {
          if (!signal.aborted) {
            await reload();
          }
          const { retryAfterSeconds } = answer;
          return { kind: 'too-soon', retryAfterSeconds };
        }
        announceRefresh(entityRef, follow);
        return outcomeOf(await pollUntilCollected({ reload, signal }));
      }),
    [api, entityRef, run, follow, reload],
  );

  return { start, running, outcome };
}

function outcomeOf(collected: Collected | undefined): RefreshOutcome {
  if (!collected) {
    return { kind: 'slow' };
  }
  return collected.collections.some(({ error }) => error)
    ? { kind: 'collected-in-part' }
    : { kind: 'collected' };
}
