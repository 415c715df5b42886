import { InputError } from '@backstage/errors';
import type { RunFilter } from '../runs/store/RunStore';

/**
 * The filter of a query, with its instants as the database has them.
 *
 * @throws InputError
 */
export function runFilter(query: RunFilter): RunFilter {
  const { environment, accountId, status, pipelineId } = query;
  return {
    environment,
    accountId,
    status,
    pipelineId,
    from: instant('from', query.from),
    to: instant('to', query.to),
  };
}

function instant(name: string, text: string | undefined): string | undefined {
  if (text === undefined) {
    return undefined;
  }
  const parsed = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(parsed)) {
    throw new InputError(
      `${name} is "${text}", which is no instant; write it like 2026-01-31T12:00:00Z`,
    );
  }
  return new Date(parsed).toISOString();
}
