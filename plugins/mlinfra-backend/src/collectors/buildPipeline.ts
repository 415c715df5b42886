import { MLINFRA_TAGS, type Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { AwsTarget } from '../aws/AwsTarget';
import type { Tags } from '../aws/InventorySource';
import { stateMachineConsoleUrl } from '../links/consoleLinks';
import type { StoredPipeline } from '../runs/model';
import type { PipelineFacts } from './PipelineFacts';

/** Puts a pipeline together from what was read; no I/O. */
export function buildPipeline(options: {
  target: AwsTarget;
  emulated: boolean;
  arn: string;
  entityRef: string;
  tags: Tags;
  facts: PipelineFacts;
  collectedAt: Timestamp;
}): StoredPipeline {
  const { target, emulated, arn, entityRef, tags, facts, collectedAt } =
    options;
  return {
    id: arn,
    entityRef,
    name: facts.name,
    type: facts.type,
    stack: tags[MLINFRA_TAGS.stack],
    environment: tags[MLINFRA_TAGS.environment],
    templateVersion: tags[MLINFRA_TAGS.templateVersion],
    accountId: target.accountId,
    region: target.region,
    contract: facts.contract,
    contractProblem: facts.contractProblem,
    consoleUrl: emulated
      ? undefined
      : stateMachineConsoleUrl(arn, target.region),
    collectedAt,
  };
}
