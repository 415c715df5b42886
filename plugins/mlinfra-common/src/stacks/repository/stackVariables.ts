import type { StackEnvironment } from '../stackEnvironments';
import type { TerraformVariables } from '../stackDefinition';
import type { RepositoryStacks } from './RepositoryStacks';
import { stackName } from './stackName';

/** Variables of a stack's root that come from its repository, not from its definition. @public */
export const REPOSITORY_VARIABLES: readonly string[] = [
  'network_source',
  'shared_network',
];

/**
 * The variable file of one stack beside the others of its repository: what its
 * definition says, except where only one root may have or do a thing.
 *
 * @public
 */
export function stackVariables(
  repository: RepositoryStacks,
  index: number,
  environment: StackEnvironment,
  templateVersion: string,
): TerraformVariables {
  const { foundation, mainStack, stacks } = repository;
  const { definition } = stacks[index];
  const [own, ...earlier] = [stacks[index], ...stacks.slice(0, index)].map(
    stack =>
      stack.definition.variables({
        identity: repository.identity,
        targets: repository.targets,
        environment,
        inputs: stack.inputs,
        templateVersion,
      }),
  );
  const result: TerraformVariables = {
    ...own,
    name: stackName(repository, definition.id),
  };
  // Budgets count by the entity's tag: a second one would count everything again.
  if (foundation || definition.id !== mainStack) {
    result.monthly_budget_usd = null;
  }
  if (
    foundation?.sharedNetwork[environment] &&
    definition.modules.includes('network')
  ) {
    result.network_source = 'shared';
  }
  // One trail records the whole account.
  if (own.audit_trail && foundation?.auditTrail[environment]) {
    result.audit_trail = false;
  }
  // API Gateway has one logging role per account and region.
  if (
    own.manage_api_gateway_account &&
    earlier.some(other => other.manage_api_gateway_account)
  ) {
    result.manage_api_gateway_account = false;
  }
  return result;
}
