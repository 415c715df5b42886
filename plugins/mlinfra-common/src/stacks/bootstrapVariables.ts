import {
  componentEntityRef,
  type RepositoryIdentity,
} from './repositoryIdentity';
import type { EnvironmentTarget, StackEnvironment } from './stackEnvironments';
import type { TerraformVariables } from './stackDefinition';
import { stateBucketName } from './stateBucketName';

/**
 * The variable file of the root that creates an environment's state bucket.
 *
 * @public
 */
export function bootstrapVariables(options: {
  identity: RepositoryIdentity;
  environment: StackEnvironment;
  target: EnvironmentTarget;
  templateVersion: string;
}): TerraformVariables {
  const { identity, environment, target, templateVersion } = options;
  const { team, name } = identity;
  return {
    account_id: target.accountId,
    region: target.region,
    environment,
    team,
    name,
    entity_ref: componentEntityRef(name),
    template_version: templateVersion,
    state_bucket_name: stateBucketName({
      team,
      name,
      environment,
      accountId: target.accountId,
    }),
    // Without its state Terraform no longer knows what it built; in dev that costs an afternoon, in prod the service.
    force_destroy: environment === 'dev',
  };
}
