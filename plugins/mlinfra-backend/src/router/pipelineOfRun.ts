import type { StoredPipeline, StoredRun } from '../runs/model';
import type { RouteContext } from './routerOptions';

/** The pipeline of a run; none while the one is known to have another owner than the other. */
export async function pipelineOfRun(
  { pipelines }: Pick<RouteContext, 'pipelines'>,
  { pipelineId, entityRef }: StoredRun,
): Promise<StoredPipeline | undefined> {
  const pipeline = await pipelines.byId(pipelineId);
  return pipeline?.entityRef === entityRef ? pipeline : undefined;
}
