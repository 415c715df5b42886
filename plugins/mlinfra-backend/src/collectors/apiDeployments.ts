import type { EndpointDeployment } from '@mlinfra/plugin-mlinfra-common';
import type { StageDetails } from '../aws/InventorySource';
import { functionOf } from '../aws/lambdaArn';
import type { FoundFunction } from './buildEndpoint';

/** What AWS tells, without further calls, of the last changes of an API and its functions. */
export function apiDeployments(
  stage: StageDetails | undefined,
  functions: FoundFunction[],
): EndpointDeployment[] {
  return [...stageDeployment(stage), ...functions.flatMap(functionUpdate)];
}

function stageDeployment(
  stage: StageDetails | undefined,
): EndpointDeployment[] {
  if (!stage?.deploymentId || !stage.deployedAt) {
    return [];
  }
  return [
    {
      id: `${stage.arn} ${stage.deploymentId}`,
      what: 'stage',
      name: stage.name,
      state: stage.deploymentFailure ? 'failed' : 'succeeded',
      at: stage.deployedAt,
      reason: stage.deploymentFailure,
    },
  ];
}

const STATES: Record<string, EndpointDeployment['state']> = {
  Successful: 'succeeded',
  InProgress: 'in-progress',
  Failed: 'failed',
};

function functionUpdate({ shown }: FoundFunction): EndpointDeployment[] {
  const { name, arn, lastModified, lastUpdateStatus } = shown;
  if (!lastModified) {
    return [];
  }
  return [
    {
      // The same whether the version is called by its number or by an alias.
      id: `${functionOf(arn).arn} ${lastModified}`,
      what: 'function',
      name,
      state: STATES[lastUpdateStatus ?? ''] ?? 'unknown',
      at: lastModified,
      reason: lastUpdateStatus === 'Failed' ? shown.stateReason : undefined,
    },
  ];
}
