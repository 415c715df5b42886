import type { VpcLinkSummary } from '../aws/ServiceSource';
import { withDetail } from './withDetail';
import type { StatusReason } from './worstOf';

/**
 * Whether a link into a network passes requests on, by AWS's own word.
 *
 * @param links all of its generation in the region; absent where they could not be read
 */
export function linkStatus(
  id: string,
  links: VpcLinkSummary[] | undefined,
): StatusReason {
  if (!links) {
    return {
      status: 'unknown',
      reason: `The state of VPC link ${id} could not be read.`,
    };
  }
  const link = links.find(each => each.id === id);
  if (id.includes('${')) {
    return {
      status: 'unknown',
      reason: `The VPC link is named by a stage variable (${id}), so its state is not checked.`,
    };
  }
  if (!link) {
    return {
      status: 'unknown',
      reason: `VPC link ${id} does not exist: it was deleted, or replaced since the API was last read.`,
    };
  }
  switch (link.state) {
    case 'AVAILABLE':
      return { status: 'live', reason: `VPC link ${id} is available.` };
    case 'PENDING':
      return {
        status: 'updating',
        reason: `VPC link ${id} is being set up, which takes minutes.`,
      };
    case 'INACTIVE':
      return {
        status: 'degraded',
        reason: `VPC link ${id} has passed nothing on for 60 days and sleeps: requests fail until the first of them has woken it, which takes minutes.`,
      };
    case 'FAILED':
      return {
        status: 'failed',
        reason: withDetail(
          `VPC link ${id} could not be set up`,
          link.stateReason,
        ),
      };
    case 'DELETING':
      return {
        status: 'failed',
        reason: `VPC link ${id} is being deleted.`,
      };
    default:
      return {
        status: 'unknown',
        reason: `AWS reports the state ${
          link.state ?? 'nothing'
        } for VPC link ${id}, which is not understood.`,
      };
  }
}
