import { parseEntityRef } from '@backstage/catalog-model';
import {
  chosenEnvironments,
  componentEntityRef,
  stateBucketName,
} from '@mlinfra/plugin-mlinfra-common';
import { hostedRepository } from '../request/hostedRepository';
import type { RepositoryRequest } from '../request/RepositoryRequest';

/**
 * What the `.njk` files of a repository see as `values`. Names and shapes are
 * a contract with `templates/repository`; `templates/README.md` lists them.
 */
export function templateValues(
  request: RepositoryRequest,
  templateVersion: string,
) {
  const { identity, targets, stacks, host, repoUrl } = request;
  const environments = chosenEnvironments(targets).map(
    ({ environment, target }) => ({
      name: environment,
      accountId: target.accountId,
      region: target.region,
      monthlyBudgetUsd: target.monthlyBudgetUsd,
      stateBucket: stateBucketName({
        team: identity.team,
        name: identity.name,
        environment,
        accountId: target.accountId,
      }),
    }),
  );
  return {
    name: identity.name,
    team: identity.team,
    description:
      identity.description ||
      `${stacks.map(s => s.definition.title).join(', ')} of ${identity.team}`,
    owner: identity.owner,
    ownerName: parseEntityRef(identity.owner).name,
    alertEmails: identity.alertEmails,
    entityRef: componentEntityRef(identity.name),
    host,
    repository: hostedRepository(repoUrl),
    templateVersion,
    environments,
    hasProd: targets.prod !== undefined,
    stacks: stacks.map(({ definition }) => ({
      id: definition.id,
      title: definition.title,
      description: definition.description,
    })),
  };
}
