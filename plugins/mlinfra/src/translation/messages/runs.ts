/** Texts about pipelines and their runs. */
export const runMessages = {
  title: 'Runs',
  what: 'runs',
  column: { started: 'Started' },
  status: {
    running: 'Running',
    succeeded: 'Succeeded',
    failed: 'Failed',
    rejected: 'Rejected',
    'timed-out': 'Timed out',
    aborted: 'Stopped',
    'pending-redrive': 'Being redriven',
    unknown: 'Unknown',
  },
} as const;
