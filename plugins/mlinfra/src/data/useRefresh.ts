import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type { EntityRef } from '@mlinfra/plugin-mlinfra-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { mlinfraApiRef } from '../api/mlinfraApiRef';
import type { Collected } from './collected';
import { pollUntilCollected } from './pollUntilCollected';

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
  /** The data now on the page. */
  current: Collected | undefined;
  reload: () => Promise<Collected | undefined>;
}

/** A refresh that a button can start. */
export interface Refresh {
  start: () => void;
  running: boolean;
  outcome?: RefreshOutcome;
}

/**
 * Has an entity's data collected now, and follows it until it is there.
 * One at a time; leaving the page or the entity ends the waiting.
 */
export function useRefresh(options: RefreshOptions): Refresh {
  const { entityRef, current, reload } = options;
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

  const start = useCallback(async () => {
    // State would be read too late by the second click of a double click.
    if (controller.current) {
      return;
    }
    const mine = new AbortController();
    controller.current = mine;
    setRunning(true);
    setOutcome(undefined);
    let result: RefreshOutcome;
    try {
      const answer = await api.refresh({ entityRef });
      if (answer.status === 'too-soon') {
        const { retryAfterSeconds } = answer;
        result = { kind: 'too-soon', retryAfterSeconds };
        if (!mine.signal.aborted) {
          await reload();
        }
      } else {
        const { signal } = mine;
        result = outcomeOf(
          await pollUntilCollected({ reload, before: current, signal }),
        );
      }
    } catch (error) {
      result = { kind: 'failed', error: toError(error) };
    }

    if (controller.current === mine) {
      controller.current = undefined;
      setRunning(false);
      setOutcome(result);
    }
  }, [api, entityRef, current, reload]);

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
