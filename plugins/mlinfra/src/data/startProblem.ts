import type { Pipeline } from '@mlinfra/plugin-mlinfra-common';

/**
 * Why no run of the pipeline can be started: the backend refuses every input
 * while it could not read what the pipeline takes.
 */
export function startProblem(pipeline: Pipeline): string | undefined {
  return pipeline.contract ? undefined : pipeline.contractProblem;
}
