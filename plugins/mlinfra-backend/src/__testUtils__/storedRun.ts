import type { StoredRun } from '../runs/model';
import { runId } from '../runs/store/runId';
import { executionArn, machineArn } from './standInStates';

/** A run as it is stored. */
export function storedRun(overrides?: Partial<StoredRun>): StoredRun {
  const name = overrides?.name ?? 'run-1';
  const arn = executionArn('speech-compress', name);
  return {
    id: runId(arn),
    name,
    status: 'succeeded',
    startedAt: '2026-01-01T00:00:00.000Z',
    stoppedAt: '2026-01-01T00:10:00.000Z',
    executionArn: arn,
    pipelineId: machineArn('speech-compress'),
    pipelineName: 'speech-compress',
    entityRef: 'component:default/speech',
    stack: 'compression-pipeline',
    environment: 'dev',
    accountId: '111111111111',
    region: 'eu-central-1',
    redriveCount: 0,
    collectedAt: '2026-01-01T00:10:00.000Z',
    ...overrides,
  };
}
