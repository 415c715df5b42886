import { parseEntityRef } from '@backstage/catalog-model';
import {
  chosenEnvironments,
  componentEntityRef,
  FOUNDATION,
  stackName,
  stateBucketName,
  type FoundationInputs,
  type StackEnvironment,
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
    foundation: request.foundation
      ? sharedParts(
          request.foundation,
          environments.map(({ name }) => name),
        )
      : null,
    awsNames: [
      ...new Set(
        [
          ...(request.foundation ? ([FOUNDATION] as const) : []),
          ...stacks.map(({ definition }) => definition.id),
        ].map(id => stackName(request, id)),
      ),
    ],
    stacks: stacks.map(({ definition }) => ({
      id: definition.id,
      title: definition.title,
      description: definition.description,
      inSharedNetwork: environments
        .map(({ name }) => name)
        .filter(
          name =>
            request.foundation?.sharedNetwork[name] === true &&
            definition.modules.includes('network'),
        ),
    })),
  };
}

/** In which environments each part of the foundation is switched on. */
function sharedParts(
  foundation: FoundationInputs,
  environments: StackEnvironment[],
) {
  const { sharedNetwork, auditTrail, dashboard, database } = foundation;
  const parts = { sharedNetwork, auditTrail, dashboard, database };
  return Object.fromEntries(
    Object.entries(parts).map(([part, chosen]) => [
      part,
      environments.filter(environment => chosen[environment]),
    ]),
  );
}
