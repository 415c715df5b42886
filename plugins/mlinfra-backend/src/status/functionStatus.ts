import type { FunctionState } from '../aws/InventorySource';
import { withDetail } from './withDetail';
import type { StatusReason } from './worstOf';

/** What is known of a function behind an endpoint. */
export type FunctionHealth =
  | { name: string; found: true; state: FunctionState | undefined }
  | { name: string; found: false; elsewhere: boolean };

/** Whether a function can answer, by AWS's own words for its state. */
export function functionStatus(health: FunctionHealth): StatusReason {
  const name = `Function ${health.name}`;
  if (!health.found) {
    return health.elsewhere
      ? {
          status: 'unknown',
          reason: `${name} lies in another account or region, which is not checked from here.`,
        }
      : {
          status: 'degraded',
          reason: `${name}, which the API calls, does not exist.`,
        };
  }
  if (!health.state) {
    return {
      status: 'unknown',
      reason: `The state of ${lower(name)} has not been read yet.`,
    };
  }
  const { state, stateReason, lastUpdateStatus, lastUpdateStatusReason } =
    health.state;
  switch (state) {
    case 'Active':
      return updateStatus(name, lastUpdateStatus, lastUpdateStatusReason);
    case 'Pending':
      return {
        status: 'updating',
        reason: `${name} is being created.`,
      };
    case 'Inactive':
      return {
        status: 'degraded',
        reason: `${name} is inactive after a long idle time: the first requests fail until AWS has prepared it again.`,
      };
    case 'Failed':
      return {
        status: 'failed',
        reason: withDetail(`${name} has failed`, stateReason),
      };
    case 'Deactivating':
    case 'Deactivated':
    case 'ActiveNonInvocable':
    case 'Deleting':
      return {
        status: 'failed',
        reason: withDetail(`${name} takes no requests (${state})`, stateReason),
      };
    default:
      return {
        status: 'unknown',
        reason: `AWS reports the state ${state ?? 'nothing'} for ${lower(
          name,
        )}, which is not understood.`,
      };
  }
}

function updateStatus(
  name: string,
  lastUpdateStatus: string | undefined,
  detail: string | undefined,
): StatusReason {
  switch (lastUpdateStatus) {
    case 'Successful':
      return { status: 'live', reason: `${name} is active.` };
    case 'InProgress':
      return { status: 'updating', reason: `${name} is being updated.` };
    case 'Failed':
      return {
        status: 'degraded',
        reason: withDetail(
          `The last update of ${lower(
            name,
          )} failed and the version before it answers`,
          detail,
        ),
      };
    default:
      return {
        status: 'unknown',
        reason: `AWS reports the update status ${
          lastUpdateStatus ?? 'nothing'
        } for ${lower(name)}, which is not understood.`,
      };
  }
}

function lower(sentenceStart: string): string {
  return sentenceStart[0].toLocaleLowerCase('en-US') + sentenceStart.slice(1);
}
