import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { StoredPipeline } from '../model';
import type { DbPoll } from '../store/tables';

/** AWS does not list executions of these. */
export const EXPRESS = 'EXPRESS';

/**
 * The pipelines whose executions are listed, in order: first those with runs
 * that go on or that somebody looks at, then those not asked for longest. The
 * quota may end before the order does, and the rest comes in the next round.
 */
export function orderPolls<
  Pipeline extends Pick<StoredPipeline, 'id' | 'type' | 'entityRef'>,
>(
  pipelines: Pipeline[],
  state: {
    polls: Map<string, DbPoll>;
    busy: Set<string>;
    refreshes: Map<string, Timestamp>;
    now: Timestamp;
  },
): Pipeline[] {
  const { polls, busy, refreshes, now } = state;
  const polledAt = ({ id }: Pipeline) => polls.get(id)?.polled_at ?? '';
  const urgent = (pipeline: Pipeline) =>
    busy.has(pipeline.id) ||
    (refreshes.get(pipeline.entityRef) ?? '') > polledAt(pipeline);
  return pipelines
    .filter(({ type }) => type !== EXPRESS)
    .filter(({ id }) => (polls.get(id)?.wait_until ?? '') <= now)
    .map(pipeline => ({ pipeline, urgent: urgent(pipeline) }))
    .sort(
      (one, other) =>
        Number(other.urgent) - Number(one.urgent) ||
        (polledAt(one.pipeline) < polledAt(other.pipeline) ? -1 : 1),
    )
    .map(({ pipeline }) => pipeline);
}
