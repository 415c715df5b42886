import { toError } from '@backstage/errors';
import type { PipelineGraph } from '@mlinfra/plugin-mlinfra-common';
import type { GraphLayout } from '../../graph/graphLayout';
import { layoutGraph } from '../../graph/layoutGraph';
import type { Messages } from '../../translation/useMessages';

/** Beyond this a drawing says nothing any more, and arranging it takes seconds. */
const MAX_STATES = 400;

/** The drawing of a graph, or why there is none. */
export function drawableLayout(
  graph: PipelineGraph | undefined,
  problem: string | undefined,
  t: Messages,
): { layout: GraphLayout } | { reason: string } {
  if (!graph) {
    return { reason: problem ?? t('runPage.graph.empty') };
  }
  if (graph.states.length === 0) {
    return { reason: problem ?? t('runPage.graph.empty') };
  }
  if (graph.states.length > MAX_STATES) {
    return {
      reason: t('runPage.graph.tooLarge', {
        number: String(graph.states.length),
      }),
    };
  }
  try {
    return { layout: layoutGraph(graph) };
  } catch (error) {
    return {
      reason: t('runPage.graph.failed', { message: toError(error).message }),
    };
  }
}
