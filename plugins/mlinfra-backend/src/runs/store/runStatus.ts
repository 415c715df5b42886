import {
  GATE_REJECTED_ERROR,
  type RunStatus,
} from '@mlinfra/plugin-mlinfra-common';

const STATUSES: Record<string, RunStatus> = {
  RUNNING: 'running',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timed-out',
  ABORTED: 'aborted',
  PENDING_REDRIVE: 'pending-redrive',
};
const TERMINAL = new Set<RunStatus>([
  'succeeded',
  'failed',
  'rejected',
  'timed-out',
  'aborted',
]);

/** AWS's status in our words; a failure of the quality gate is a rejection. */
export function runStatus(awsStatus: string, error?: string): RunStatus {
  const status = STATUSES[awsStatus] ?? 'unknown';
  return status === 'failed' && error === GATE_REJECTED_ERROR
    ? 'rejected'
    : status;
}

/** True where AWS does not change it by itself; what is unknown may change. */
export function isTerminal(status: RunStatus): boolean {
  return TERMINAL.has(status);
}
