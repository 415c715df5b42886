import {
  type EndpointDeployment,
  type EndpointModel,
  MLINFRA_TAGS,
} from '@mlinfra/plugin-mlinfra-common';
import type { ModelSummary } from '../../aws/ModelSource';
import { shortId } from '../../database/shortId';
import { modelConsoleUrl } from '../../links/consoleLinks';
import { modelStatus } from '../../status/modelStatus';
import { worstOf } from '../../status/worstOf';
import type { StoredEndpoint } from '../buildEndpoint';
import type { CollectionInput } from '../Collector';
import type { ClaimedResource } from '../inventory/InventoryContext';

const NOT_READ = {
  status: 'unknown' as const,
  reason:
    'The configuration has not been read yet; the next collection reads it.',
};

/** A SageMaker endpoint; no I/O. `model` is absent while it has not been read. */
export function buildModelEndpoint(
  { account, call, now }: CollectionInput,
  { arn, tags, entityRef }: ClaimedResource,
  summary: ModelSummary,
  model: EndpointModel | undefined,
): StoredEndpoint {
  // The list is newer than what was kept; its words alone do not say what went wrong.
  const { status, reason } = worstOf([
    modelStatus({
      state: summary.state,
      failureReason: model?.failureReason,
    }),
    ...(model ? [] : [NOT_READ]),
  ]);
  return {
    id: arn,
    key: shortId(arn),
    entityRef,
    kind: 'sagemaker-endpoint',
    name: summary.name,
    status,
    statusReason: reason,
    auth: 'iam',
    stack: tags[MLINFRA_TAGS.stack],
    environment: tags[MLINFRA_TAGS.environment],
    templateVersion: tags[MLINFRA_TAGS.templateVersion],
    accountId: call.accountId,
    region: call.region,
    functions: [],
    services: [],
    model,
    deployments: model ? deployments(summary, model) : [],
    deployedAt: summary.modifiedAt,
    consoleUrl: account.emulated
      ? undefined
      : modelConsoleUrl(summary.name, call.region),
    collectedAt: now,
  };
}

const STATES: Record<string, EndpointDeployment['state']> = {
  InService: 'succeeded',
  Creating: 'in-progress',
  Updating: 'in-progress',
  RollingBack: 'failed',
  UpdateRollbackFailed: 'failed',
  Failed: 'failed',
};

/** AWS tells of the last one only. */
function deployments(
  { state, modifiedAt }: ModelSummary,
  model: EndpointModel,
): EndpointDeployment[] {
  return modifiedAt && model.configName
    ? [
        {
          id: model.configName,
          what: 'model',
          name: model.configName,
          state: STATES[state] ?? 'unknown',
          at: modifiedAt,
          reason: model.failureReason,
        },
      ]
    : [];
}
