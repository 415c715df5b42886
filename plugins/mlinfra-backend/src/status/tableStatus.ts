import type { StatusReason } from './worstOf';

/** Whether a DynamoDB table can be used, by AWS's own word. */
export function tableStatus(state: string): StatusReason {
  switch (state) {
    case 'ACTIVE':
      return { status: 'live', reason: 'The table is active.' };
    case 'CREATING':
      return { status: 'updating', reason: 'The table is being created.' };
    case 'UPDATING':
      return {
        status: 'updating',
        reason: 'The table is being changed and can be used meanwhile.',
      };
    case 'DELETING':
      return { status: 'not-deployed', reason: 'The table is being deleted.' };
    case 'ARCHIVING':
    case 'ARCHIVED':
      return {
        status: 'not-deployed',
        reason: `The table is kept as a backup only (${state}).`,
      };
    case 'INACCESSIBLE_ENCRYPTION_CREDENTIALS':
      return {
        status: 'failed',
        reason:
          'The key that encrypts the table cannot be used; allow it again within seven days, or AWS archives the table.',
      };
    case 'REPLICATION_NOT_AUTHORIZED':
      return {
        status: 'degraded',
        reason: 'The table may not copy to its other regions.',
      };
    default:
      return {
        status: 'unknown',
        reason: `AWS reports the state ${
          state || 'nothing'
        } for the table, which is not understood.`,
      };
  }
}
