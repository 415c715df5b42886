import type { Page } from '@mlinfra/plugin-mlinfra-common';

/** One page of rows; a cursor is the index at which it begins. */
export function page<T>(
  rows: T[],
  query: { cursor?: string; limit?: number },
): Page<T> {
  const { cursor = '0', limit = 50 } = query;
  const start = Number(cursor);
  const end = start + limit;
  return {
    items: rows.slice(start, end),
    pageInfo: end < rows.length ? { nextCursor: String(end) } : {},
  };
}
