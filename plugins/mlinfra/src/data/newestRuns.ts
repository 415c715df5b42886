import type { Pipeline, Run, RunSummary } from '@mlinfra/plugin-mlinfra-common';

/**
 * The newest runs of a pipeline, from a page on which busier pipelines may
 * have left no room for it; the newest one is known in any case.
 */
export function newestRuns(
  { id, latestRun }: Pipeline,
  page: Run[],
  count: number,
): (Run | RunSummary)[] {
  const listed = page.filter(run => run.pipelineId === id).slice(0, count);
  return listed.length === 0 && latestRun ? [latestRun] : listed;
}
