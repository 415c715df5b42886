import type { Page } from '@mlinfra/plugin-mlinfra-common';
import { useCallback, useState } from 'react';
import { useLatest, type Latest } from './useLatest';

/** A list that is read page by page, forwards and back. */
export interface Pages<T> {
  latest: Latest<Page<T>>;
  /** Counts from 1. */
  pageNumber: number;
  hasNext: boolean;
  hasPrevious: boolean;
  next: () => void;
  previous: () => void;
}

/**
 * Pages through a list by its cursors. The server only knows the way
 * forwards, so the cursors that led here are kept for the way back. They
 * belong to one `loadPage`: another filter starts at its first page again.
 * `loadPage` must be memoised.
 */
export function usePages<T>(
  loadPage: (cursor: string | undefined) => Promise<Page<T>>,
): Pages<T> {
  const [trail, setTrail] = useState<{
    loadPage: typeof loadPage;
    cursors: string[];
  }>({ loadPage, cursors: [] });
  const cursors = trail.loadPage === loadPage ? trail.cursors : [];
  const cursor = cursors.at(-1);
  const latest = useLatest(
    useCallback(() => loadPage(cursor), [loadPage, cursor]),
  );
  const nextCursor = latest.data?.pageInfo.nextCursor;

  return {
    latest,
    pageNumber: cursors.length + 1,
    hasNext: nextCursor !== undefined,
    hasPrevious: cursors.length > 0,
    next: () => {
      if (nextCursor !== undefined) {
        setTrail({ loadPage, cursors: [...cursors, nextCursor] });
      }
    },
    previous: () => setTrail({ loadPage, cursors: cursors.slice(0, -1) }),
  };
}
