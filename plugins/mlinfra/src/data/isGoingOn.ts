import type { RunSummary } from '@mlinfra/plugin-mlinfra-common';

/** Whether something of a run may still change by itself. */
export function isGoingOn({ status, stoppedAt }: RunSummary): boolean {
  switch (status) {
    case 'running':
    case 'pending-redrive':
      return true;
    case 'succeeded':
    case 'failed':
    case 'rejected':
    case 'timed-out':
    case 'aborted':
      return false;
    default:
      // A status that only a newer backend knows: it has ended once it says when.
      return stoppedAt === undefined;
  }
}
