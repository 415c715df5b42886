import type { TargetGroupHealth } from '@mlinfra/plugin-mlinfra-common';
import { withDetail } from './withDetail';
import type { StatusReason } from './worstOf';

/** States of targets that are leaving: they say nothing of those that stay. */
const LEAVING = ['draining', 'unhealthy.draining'];

/** Whether the targets of a group can answer, by AWS's own words for their health. */
export function targetStatus(group: TargetGroupHealth): StatusReason {
  const { name, targets, reasons } = group;
  const states = Object.entries(targets).filter(
    ([state, count]) => count > 0 && !LEAVING.includes(state),
  );
  const total = states.reduce((sum, [, count]) => sum + count, 0);
  const healthy = targets.healthy ?? 0;
  const detail = reasons[0];
  if (total === 0) {
    return {
      status: 'failed',
      reason: `Target group ${name} has no target, so no request arrives.`,
    };
  }
  if (healthy === total) {
    return {
      status: 'live',
      reason:
        total === 1
          ? `The target of ${name} is healthy.`
          : `All ${total} targets of ${name} are healthy.`,
    };
  }
  const unhealthy = targets.unhealthy ?? 0;
  if (unhealthy > 0) {
    return {
      status: healthy > 0 ? 'degraded' : 'failed',
      reason: withDetail(
        `${unhealthy} of ${total} targets of ${name} are unhealthy`,
        detail,
      ),
    };
  }
  const unused = targets.unused ?? 0;
  if (unused > 0) {
    return {
      status: healthy > 0 ? 'degraded' : 'failed',
      reason: withDetail(
        `${unused} of ${total} targets of ${name} get no requests`,
        detail,
      ),
    };
  }
  const initial = targets.initial ?? 0;
  if (healthy + initial === total) {
    return {
      status: 'updating',
      reason: `${initial} of ${total} targets of ${name} are being checked for the first time.`,
    };
  }
  return {
    status: 'unknown',
    reason: withDetail(
      `The health of ${
        total - healthy - initial
      } of ${total} targets of ${name} is not known`,
      detail,
    ),
  };
}
