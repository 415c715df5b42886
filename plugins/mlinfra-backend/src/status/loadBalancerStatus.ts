import type { LoadBalancerSummary } from '../aws/ServiceSource';
import { withDetail } from './withDetail';
import type { StatusReason } from './worstOf';

/** Whether a load balancer takes requests, by AWS's own word. */
export function loadBalancerStatus({
  name,
  state,
  stateReason,
}: Pick<LoadBalancerSummary, 'name' | 'state' | 'stateReason'>): StatusReason {
  switch (state) {
    case 'active':
      return { status: 'live', reason: `Load balancer ${name} is active.` };
    case 'provisioning':
      return {
        status: 'updating',
        reason: `Load balancer ${name} is being set up.`,
      };
    case 'active_impaired':
      return {
        status: 'degraded',
        reason: withDetail(
          `Load balancer ${name} takes requests but cannot grow`,
          stateReason,
        ),
      };
    case 'failed':
      return {
        status: 'failed',
        reason: withDetail(
          `Load balancer ${name} could not be set up`,
          stateReason,
        ),
      };
    default:
      return {
        status: 'unknown',
        reason: `AWS reports the state ${
          state ?? 'nothing'
        } for load balancer ${name}, which is not understood.`,
      };
  }
}
