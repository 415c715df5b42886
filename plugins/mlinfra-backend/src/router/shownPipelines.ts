import type { Pipeline } from '@mlinfra/plugin-mlinfra-common';
import { withAccountName } from '../config/accountNames';
import type { StoredPipeline } from '../runs/model';
import type { RouteContext } from './routerOptions';

/** Pipelines with what is known of their runs. */
export async function shownPipelines(
  { config, pipelines, runs }: RouteContext,
  stored: StoredPipeline[],
): Promise<Pipeline[]> {
  const ids = stored.map(({ id }) => id);
  const [latest, polling] = await Promise.all([
    runs.latestOfPipelines(stored),
    pipelines.polling(ids),
  ]);
  return stored.map(pipeline => ({
    ...withAccountName(config, pipeline),
    ...polling.get(pipeline.id),
    latestRun: latest.get(pipeline.id),
  }));
}
