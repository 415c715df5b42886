import type { ApiSummary, StageDetails } from '../aws/InventorySource';
import { type FunctionHealth, functionStatus } from './functionStatus';
import { decidingParts, type StatusReason } from './worstOf';

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
  /** What is known of each link into a network. */
  links: StatusReason[];
  /** What is known of each service behind it. */
  services: StatusReason[];
  /** Why what answers behind a link into a network is not known. */
  hidden?: string;
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
  links,
  services,
  hidden,
}: EndpointParts): StatusReason[] {
  if (missingRoute) {
    return [
      { status: 'degraded', reason: `The API does not take ${missingRoute}.` },
    ];
  }
  const answering = [
    ...functions.map(functionStatus),
    ...services,
    ...(hidden ? [{ status: 'unknown' as const, reason: hidden }] : []),
  ];
  // A link that is well says nothing that the service behind it does not imply.
  const broken = links.filter(({ status }) => status !== 'live');
  return answering.length > 0
    ? [...broken, ...answering]
    : [
        {
          status: 'unknown',
          reason:
            'No Lambda function and no service was found behind the API, so what answers it is not checked.',
        },
      ];
}

function worst(parts: StatusReason[]): StatusReason {
  const deciding = decidingParts(parts);
  // What answers the requests comes last, and implies the others when all is well.
  return deciding[0].status === 'live'
    ? { status: 'live', reason: liveReason(deciding) }
    : deciding[0];
}

function liveReason(parts: StatusReason[]): string {
  const [, stage, ...answering] = parts.map(each =>
    each.reason.replace(/\.$/, ''),
  );
  const [first, ...more] = answering;
  const functions = more.filter(each => / is active$/.test(each)).length;
  const services = more.filter(each => !/ is active$/.test(each));
  const phrases = [
    functions > 0
      ? first.replace(/ is active$/, ` and ${functions} more are active`)
      : first,
    ...services,
  ].map(each => each[0].toLocaleLowerCase('en-US') + each.slice(1));
  return `${[stage, ...phrases.slice(0, -1)].join(', ')}, and ${phrases.at(
    -1,
  )}.`;
}
