import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type {
  ExecutionDetails,
  ExecutionSummary,
} from '../../aws/ExecutionSource';
import { executionConsoleUrl } from '../../links/consoleLinks';
import { shownCause, shownError } from '../history/storedStep';
import type { StoredPipeline, StoredRun } from '../model';
import type { Redactor } from '../redaction/Redactor';
import { runId } from '../store/runId';
import { runStatus } from '../store/runStatus';

/** Of its pipeline, what a run shows. */
export type RunPipeline = Pick<
  StoredPipeline,
  'id' | 'name' | 'entityRef' | 'stack' | 'environment' | 'accountId' | 'region'
>;

/** Puts a run together from what AWS says of its execution; no I/O. */
export function buildRun(
  pipeline: RunPipeline,
  execution: ExecutionSummary & Pick<ExecutionDetails, 'error' | 'cause'>,
  options: { redactor: Redactor; emulated: boolean; collectedAt: Timestamp },
): StoredRun {
  const { redactor, emulated, collectedAt } = options;
  const { error, cause } = execution;
  return {
    id: runId(execution.arn),
    name: execution.name,
    status: runStatus(execution.status, error),
    startedAt: execution.startedAt,
    stoppedAt: execution.stoppedAt,
    executionArn: execution.arn,
    pipelineId: pipeline.id,
    pipelineName: pipeline.name,
    entityRef: pipeline.entityRef,
    stack: pipeline.stack,
    environment: pipeline.environment,
    accountId: pipeline.accountId,
    region: pipeline.region,
    error: shownError(error, redactor),
    cause: shownCause(cause, redactor),
    redriveCount: execution.redriveCount,
    redrivenAt: execution.redrivenAt,
    consoleUrl: emulated
      ? undefined
      : executionConsoleUrl(execution.arn, pipeline.region),
    collectedAt,
  };
}
