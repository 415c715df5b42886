import type {
  PipelineGraph,
  RunDetailsResponse,
  RunStep,
} from '@mlinfra/plugin-mlinfra-common';
import { withAccountName } from '../config/accountNames';
import { redriveState } from '../runs/actions/redriveState';
import { buildPipelineGraph } from '../runs/graph/buildPipelineGraph';
import type { RunRecord, StoredStep } from '../runs/model';
import type { StoredHistory } from '../runs/store/RunHistoryStore';
import type { MlinfraRouter } from './MlinfraRouter';
import { pipelineOfRun } from './pipelineOfRun';
import type { RouteContext } from './routerOptions';
import { decodeEventCursor, encodeEventCursor } from './runCursor';
import { shownPipelines } from './shownPipelines';

const DEFAULT_LIMIT = 200;

/** One run, from the database alone: what is not there yet comes later, and a signal tells. */
export function addRunRoutes(router: MlinfraRouter, context: RouteContext) {
  const { config, httpAuth, runAccess, runHistories } = context;

  router.get('/v1/runs/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const record = await runAccess.readable(req.params.id, credentials);
    const { run, history } = record;
    const rights = await runAccess.rights(run.entityRef, credentials);
    if (!record.terminal || history.state !== 'complete') {
      await context.runWatch.watch(run.id);
    }
    const stored = await runHistories.of(run.id);
    const pipeline = await pipelineOfRun(context, run);
    const [shown] = pipeline ? await shownPipelines(context, [pipeline]) : [];
    const response: RunDetailsResponse = {
      run: withAccountName(config, run),
      pipeline: shown,
      ...(await graphOf(context, record, stored)),
      steps: (stored?.steps ?? []).map(shownStep),
      input: stored?.input,
      output: stored?.output,
      history: { ...history, state: history.state ?? 'reading' },
      redrive: redriveState({ record, pipeline, history: stored }),
      rights,
      channel: `mlinfra:run:${run.id}`,
    };
    res.json(response);
  });

  router.get('/v1/runs/:id/events', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { run } = await runAccess.visible(req.params.id, credentials);
    const { cursor, limit = DEFAULT_LIMIT } = req.query;
    const events = await runHistories.events(
      run.id,
      cursor ? decodeEventCursor(cursor) : undefined,
      limit + 1,
    );
    const items = events.slice(0, limit);
    res.json({
      items,
      pageInfo:
        events.length > limit
          ? { nextCursor: encodeEventCursor(items[items.length - 1].id) }
          : {},
    });
  });
}

/** The graph of the definition that the run was started with. */
async function graphOf(
  { pipelines }: RouteContext,
  { run }: RunRecord,
  history: StoredHistory | undefined,
): Promise<{ graph?: PipelineGraph; graphProblem?: string }> {
  if (history?.definition !== undefined) {
    return { graph: buildPipelineGraph(history.definition) };
  }
  const facts = await pipelines.facts(run.pipelineId);
  if (facts && facts.content.definitionSince <= run.startedAt) {
    return { graph: buildPipelineGraph(facts.content.definition) };
  }
  return {
    graphProblem: history
      ? 'The definition that this run was started with could not be read; allow states:DescribeStateMachineForExecution for the role of the portal.'
      : 'The definition that this run was started with has not been read yet.',
  };
}

/** Where logs lie is the backend's business: callers name a step, never a log. */
function shownStep({ logs: _, ...step }: StoredStep): RunStep {
  return step;
}
