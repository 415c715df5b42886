import {
  componentEntityRef,
  type RepositoryIdentity,
} from './repositoryIdentity';
import type {
  EnvironmentTarget,
  EnvironmentTargets,
  StackEnvironment,
} from './stackEnvironments';

/** What every root asks for, beside what is its own. */
interface RootInputs {
  permissionsBoundaryArn?: string;
  customerManagedKey: Record<StackEnvironment, boolean>;
  forceDestroy: Record<StackEnvironment, boolean>;
}

/**
 * Account and region of an environment.
 *
 * @throws Error when the repository has no such environment
 */
export function targetOf(request: {
  identity: RepositoryIdentity;
  targets: EnvironmentTargets;
  environment: StackEnvironment;
}): EnvironmentTarget {
  const { identity, targets, environment } = request;
  const target = targets[environment];
  if (!target) {
    throw new Error(
      `Environment ${environment} of ${identity.name} has no account and region`,
    );
  }
  return target;
}

/** Variables that every root takes first: where it is, whose it is, how its roles and data are kept. */
export function rootVariables(request: {
  identity: RepositoryIdentity;
  targets: EnvironmentTargets;
  environment: StackEnvironment;
  inputs: RootInputs;
  templateVersion: string;
}) {
  const { identity, environment, inputs, templateVersion } = request;
  const target = targetOf(request);
  return {
    account_id: target.accountId,
    region: target.region,
    environment,
    team: identity.team,
    name: identity.name,
    entity_ref: componentEntityRef(identity.name),
    owner: identity.owner,
    template_version: templateVersion,
    permissions_boundary_arn: inputs.permissionsBoundaryArn ?? null,
    customer_managed_key: inputs.customerManagedKey[environment],
    force_destroy: inputs.forceDestroy[environment],
  };
}
