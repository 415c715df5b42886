import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type {
  LogLine,
  RunLogsQuery,
  RunLogsResponse,
} from '@mlinfra/plugin-mlinfra-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { mlinfraApiRef } from '../../api/mlinfraApiRef';
import { useFollow } from '../../data/useFollow';
import { mergeLines } from './mergeLines';

const NO_CHANNELS: string[] = [];

interface State {
  lines: LogLine[];
  /** The newest answer; undefined before the first. */
  answer?: RunLogsResponse;
  previousCursor?: string;
  error?: Error;
  pending: boolean;
  /** True while earlier lines are awaited. */
  pendingEarlier: boolean;
  gap: boolean;
}

const NOTHING: State = {
  lines: [],
  pending: true,
  pendingEarlier: false,
  gap: false,
};

/**
 * The end of the log of a step's attempt, kept new while `following`, and
 * earlier lines on request. For one attempt only: mount it anew for another.
 */
export function useRunLogs(
  runId: string,
  step: string,
  attempt: number,
  following: boolean,
) {
  const api = useApi(mlinfraApiRef);
  const [state, setState] = useState<State>(NOTHING);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const ask = useCallback(
    (query: Partial<RunLogsQuery> = {}) =>
      api.getRunLogs(runId, { step, attempt, ...query }),
    [api, runId, step, attempt],
  );
  const settle = useCallback((change: (previous: State) => State) => {
    if (mounted.current) {
      setState(change);
    }
  }, []);

  const reload = useCallback(async () => {
    settle(previous => ({ ...previous, pending: true }));
    try {
      const answer = await ask();
      settle(previous => {
        const { lines, gap } = mergeLines(previous.lines, answer.lines);
        const first = previous.answer === undefined || gap;
        return {
          ...previous,
          lines,
          gap: gap || previous.gap,
          answer,
          previousCursor: first
            ? answer.previousCursor
            : previous.previousCursor,
          error: undefined,
          pending: false,
        };
      });
    } catch (caught) {
      settle(previous => ({
        ...previous,
        error: toError(caught),
        pending: false,
      }));
    }
  }, [ask, settle]);

  const { previousCursor } = state;
  const loadEarlier = useCallback(async () => {
    settle(previous => ({ ...previous, pendingEarlier: true }));
    try {
      const answer = await ask({ cursor: previousCursor });
      settle(previous => ({
        ...previous,
        lines: [...answer.lines, ...previous.lines],
        previousCursor: answer.previousCursor,
        error: undefined,
        gap: false,
        pendingEarlier: false,
      }));
    } catch (caught) {
      settle(previous => ({
        ...previous,
        error: toError(caught),
        pendingEarlier: false,
      }));
    }
  }, [ask, previousCursor, settle]);

  // Also once more when the step has ended: its last lines came meanwhile.
  useEffect(() => {
    reload();
  }, [reload, following]);
  useFollow({ channels: NO_CHANNELS, active: following, reload });

  return { ...state, reload, loadEarlier };
}
