import type { EndpointModel } from '@mlinfra/plugin-mlinfra-common';
import { withDetail } from './withDetail';
import type { StatusReason } from './worstOf';

/** Whether a SageMaker endpoint answers, by AWS's own word. */
export function modelStatus({
  state,
  failureReason,
}: Pick<EndpointModel, 'state' | 'failureReason'>): StatusReason {
  switch (state) {
    case 'InService':
      return { status: 'live', reason: 'The model is in service.' };
    case 'Creating':
      return { status: 'updating', reason: 'The endpoint is being created.' };
    case 'Updating':
      return {
        status: 'updating',
        reason: 'A new model is being brought into service.',
      };
    case 'SystemUpdating':
      return {
        status: 'updating',
        reason: 'AWS is updating the endpoint, and it takes no changes.',
      };
    case 'RollingBack':
      return {
        status: 'degraded',
        reason: withDetail(
          'The last update failed and is being taken back',
          failureReason,
        ),
      };
    case 'UpdateRollbackFailed':
      return {
        status: 'failed',
        reason: withDetail(
          'The last update failed and could not be taken back',
          failureReason,
        ),
      };
    case 'Failed':
      return {
        status: 'failed',
        reason: withDetail('The endpoint has failed', failureReason),
      };
    case 'OutOfService':
      return {
        status: 'not-deployed',
        reason: withDetail(
          'The endpoint takes no requests (OutOfService)',
          failureReason,
        ),
      };
    case 'Deleting':
      return {
        status: 'not-deployed',
        reason: 'The endpoint is being deleted.',
      };
    default:
      return {
        status: 'unknown',
        reason: `AWS reports the state ${
          state || 'nothing'
        } for the endpoint, which is not understood.`,
      };
  }
}
