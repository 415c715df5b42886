import {
  chosenEnvironments,
  componentEntityRef,
  FOUNDATION,
  stateBucketName,
} from '@mlinfra/plugin-mlinfra-common';
import type { ExistingRepository } from '../../addition/ExistingRepository';
import type { RepositoryRequest } from '../../request/RepositoryRequest';

/**
 * What later steps and the result page need to know of a repository.
 *
 * @param stacks - ids of those that were written now
 */
export function repositoryOutputs(
  request: RepositoryRequest,
  existing: ExistingRepository | undefined,
  stacks: string[],
) {
  const { identity, targets } = request;
  const environments = chosenEnvironments(targets);
  return {
    entityRef: componentEntityRef(identity.name),
    name: identity.name,
    team: identity.team,
    owner: identity.owner,
    stacks,
    environments: environments.map(({ environment }) => environment),
    firstRoot: request.foundation && !existing ? FOUNDATION : stacks[0],
    ...(existing ? { branch: `add-${stacks.join('-')}` } : {}),
    host: existing?.host ?? request.host,
    repoUrl: existing?.repoUrl ?? request.repoUrl ?? '',
    repositoryOwner: existing?.owner ?? identity.team,
    repositoryName: existing?.name ?? identity.name,
    baseCommit: existing?.commit ?? '',
    stateBuckets: Object.fromEntries(
      environments.map(({ environment, target }) => [
        environment,
        stateBucketName({
          team: identity.team,
          name: identity.name,
          environment,
          accountId: target.accountId,
        }),
      ]),
    ),
  };
}
