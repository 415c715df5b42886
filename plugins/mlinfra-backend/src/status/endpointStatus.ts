import type { EndpointStatus } from '@mlinfra/plugin-mlinfra-common';
import type { ApiSummary, StageDetails } from '../aws/InventorySource';
import {
  type FunctionHealth,
  functionStatus,
  type StatusReason,
} from './functionStatus';

/** Worst first: the worst part of an endpoint decides. */
const SEVERITY: EndpointStatus[] = [
  'failed',
  'not-deployed',
  'degraded',
  'unknown',
  'updating',
  'live',
];

/** All that decides an endpoint's status. */
export interface EndpointParts {
  api: Pick<ApiSummary, 'state' | 'stateReason'>;
  /** False while the API's stages have not been read yet. */
  detailsRead: boolean;
  /** Absent when the API has none. */
  stage?: Pick<StageDetails, 'name' | 'deploymentId' | 'deploymentFailure'>;
  /** The request that the stack's definition promises, for example `POST /predict`, when the API does not take it. */
  missingRoute?: string;
  functions: FunctionHealth[];
}

/** `live` only where everything that a request passes through says that it is ready. */
export function endpointStatus(parts: EndpointParts): StatusReason {
  if (!parts.detailsRead) {
    return {
      status: 'unknown',
      reason:
        'The stages have not been read yet; the next collection reads them.',
    };
  }
  return worst([
    apiStatus(parts.api),
    stageStatus(parts.stage),
    ...(parts.stage ? routeStatus(parts) : []),
  ]);
}

function apiStatus({ state, stateReason }: EndpointParts['api']): StatusReason {
  const detail = stateReason ? `: ${stateReason.replace(/\.$/, '')}` : '';
  switch (state) {
    case undefined:
    case 'AVAILABLE':
      return { status: 'live', reason: 'The API is available.' };
    case 'PENDING':
    case 'UPDATING':
      return {
        status: 'updating',
        reason: `The API is being updated${detail}.`,
      };
    case 'FAILED':
      return { status: 'failed', reason: `The API has failed${detail}.` };
    default:
      return {
        status: 'unknown',
        reason: `AWS reports the state ${state} for the API, which is not understood.`,
      };
  }
}

function stageStatus(stage: EndpointParts['stage']): StatusReason {
  if (!stage) {
    return { status: 'not-deployed', reason: 'The API has no stage.' };
  }
  if (!stage.deploymentId) {
    return {
      status: 'not-deployed',
      reason: `Stage ${stage.name} has no deployment.`,
    };
  }
  if (stage.deploymentFailure) {
    return {
      status: 'degraded',
      reason: `The last deployment to stage ${
        stage.name
      } failed and the one before it answers: ${stage.deploymentFailure.replace(
        /\.$/,
        '',
      )}.`,
    };
  }
  return { status: 'live', reason: `Stage ${stage.name} is deployed.` };
}

function routeStatus({
  missingRoute,
  functions,
}: EndpointParts): StatusReason[] {
  if (missingRoute) {
    return [
      { status: 'degraded', reason: `The API does not take ${missingRoute}.` },
    ];
  }
  if (functions.length === 0) {
    return [
      {
        status: 'unknown',
        reason:
          'No Lambda function was found behind the API, so what answers it is not checked.',
      },
    ];
  }
  return functions.map(functionStatus);
}

function worst(reasons: StatusReason[]): StatusReason {
  const status = SEVERITY.find(severity =>
    reasons.some(each => each.status === severity),
  )!;
  const deciding = reasons.filter(each => each.status === status);
  // Only the last one is about what answers the requests, and it implies the others when all is well.
  return status === 'live'
    ? { status, reason: liveReason(deciding) }
    : deciding[0];
}

function liveReason(reasons: StatusReason[]): string {
  const [, stage, ...functions] = reasons.map(each =>
    each.reason.replace(/\.$/, ''),
  );
  const [first, ...more] = functions;
  const others = more.length > 0 ? ` and ${more.length} more are` : '';
  const answer = others
    ? first.replace(/ is active$/, `${others} active`)
    : first;
  return `${stage}, and ${answer[0].toLocaleLowerCase('en-US')}${answer.slice(
    1,
  )}.`;
}
