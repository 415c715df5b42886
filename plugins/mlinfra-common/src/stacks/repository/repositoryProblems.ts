import { cidrsOverlap } from '../network/ipv4Cidr';
import { foreignZones } from '../network/foreignZones';
import { missingZones } from '../network/missingZones';
import type { StackProblem } from '../stackDefinition';
import {
  chosenEnvironments,
  type EnvironmentTarget,
  type PerEnvironment,
  type StackEnvironment,
} from '../stackEnvironments';
import type { RepositoryStacks } from './RepositoryStacks';

interface Network {
  /** Path of the range in the inputs of the repository. */
  path: string[];
  /** Whose network it is. */
  of: string;
  cidr: string;
  environment: StackEnvironment;
  target: EnvironmentTarget;
}

/**
 * What is wrong with stacks beside each other that is wrong with none of them
 * alone. Paths are those of the repository's inputs.
 *
 * @public
 */
export function repositoryProblems(
  repository: RepositoryStacks,
): StackProblem[] {
  return [
    ...overlappingNetworks(networksOf(repository)),
    ...sharedNetworkProblems(repository),
  ];
}

function overlappingNetworks(networks: Network[]): StackProblem[] {
  return networks.flatMap((network, index) => {
    const other = networks.slice(0, index).find(
      candidate =>
        // A stack's own networks are its definition's to compare.
        (candidate.of !== network.of || network.of === 'foundation') &&
        candidate.target.accountId === network.target.accountId &&
        candidate.target.region === network.target.region &&
        cidrsOverlap(candidate.cidr, network.cidr),
    );
    return other
      ? [
          {
            path: network.path,
            message: `(${network.cidr}) shares addresses with the network of ${other.of} in ${other.environment} (${other.cidr}), which is in the same account and region; choose another range, or one shared network for both`,
          },
        ]
      : [];
  });
}

function networksOf(repository: RepositoryStacks): Network[] {
  const { foundation, stacks, targets } = repository;
  return chosenEnvironments(targets).flatMap(({ environment, target }) => {
    if (foundation?.sharedNetwork[environment]) {
      return [
        {
          path: ['foundation', 'vpcCidr', environment],
          of: 'foundation',
          cidr: foundation.vpcCidr[environment],
          environment,
          target,
        },
      ];
    }
    return stacks.flatMap(({ definition, inputs }) => {
      const { vpcCidr } = inputs as { vpcCidr?: PerEnvironment<string> };
      return vpcCidr
        ? [
            {
              path: ['stacks', definition.id, 'vpcCidr', environment],
              of: definition.id,
              cidr: vpcCidr[environment],
              environment,
              target,
            },
          ]
        : [];
    });
  });
}

function sharedNetworkProblems(repository: RepositoryStacks): StackProblem[] {
  const { foundation, stacks, targets } = repository;
  if (!foundation) {
    return [];
  }
  const zones = [foreignZones, missingZones].flatMap(problemsOf =>
    problemsOf({ targets, inputs: foundation }),
  );
  const baseline = stacks.find(s => s.definition.id === 'platform-baseline')
    ?.inputs as BaselineInputs | undefined;
  const unreachable = chosenEnvironments(targets).flatMap(({ environment }) =>
    foundation.sharedNetwork[environment] &&
    foundation.natMode[environment] === 'none' &&
    baseline?.serving[environment] === 'lambda' &&
    baseline.databaseEngine[environment] === 'postgres'
      ? [
          {
            path: ['natMode', environment],
            message:
              'is none, and a function of the platform baseline could then not read the password of its PostgreSQL, for it has no public address in a network; use single or per_az, serve by ecs, or keep records in dynamodb',
          },
        ]
      : [],
  );
  return [...zones, ...unreachable].map(({ path, message }) => ({
    path: ['foundation', ...path],
    message,
  }));
}

interface BaselineInputs {
  serving: PerEnvironment<string>;
  databaseEngine: PerEnvironment<string>;
}
