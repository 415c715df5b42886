import type { StatusReason } from './worstOf';

/** The instance answers while AWS does this. */
const AT_WORK = new Set([
  'backing-up',
  'configuring-enhanced-monitoring',
  'configuring-iam-database-auth',
  'configuring-log-exports',
  'converting-to-vpc',
  'creating',
  'delete-precheck',
  'maintenance',
  'modifying',
  'moving-to-vpc',
  'rebooting',
  'renaming',
  'resetting-master-credentials',
  'starting',
  'storage-config-upgrade',
  'storage-initialization',
  'storage-optimization',
  'upgrading',
]);
const NOT_THERE = new Set(['stopped', 'stopping', 'deleting']);
const BROKEN = new Set([
  'failed',
  'restore-error',
  'storage-full',
  'inaccessible-encryption-credentials',
  'insufficient-capacity',
]);

/** Whether an RDS instance can be used, by AWS's own word. */
export function instanceStatus(state: string): StatusReason {
  if (state === 'available') {
    return { status: 'live', reason: 'The instance is available.' };
  }
  if (AT_WORK.has(state)) {
    return {
      status: 'updating',
      reason: `AWS is at work on the instance (${state}).`,
    };
  }
  if (NOT_THERE.has(state)) {
    return {
      status: 'not-deployed',
      reason: `The instance takes no connections (${state}).`,
    };
  }
  if (state === 'inaccessible-encryption-credentials-recoverable') {
    return {
      status: 'failed',
      reason:
        'The key that encrypts the instance cannot be used; make it usable again within seven days.',
    };
  }
  if (BROKEN.has(state) || state.startsWith('incompatible-')) {
    return {
      status: 'failed',
      reason: `The instance cannot be used (${state}).`,
    };
  }
  return {
    status: 'unknown',
    reason: `AWS reports the state ${
      state || 'nothing'
    } for the instance, which is not understood.`,
  };
}
