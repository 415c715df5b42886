import type { StackProblem } from '../stackDefinition';
import {
  chosenEnvironments,
  isFirstInRegion,
  type EnvironmentTargets,
  type PerEnvironment,
} from '../stackEnvironments';
import { cidrsOverlap } from './ipv4Cidr';

/**
 * Networks that could never be connected because they share addresses: those
 * of dev and prod in one account and region, and an environment's with one
 * that it is to be connected to.
 */
export function overlappingCidrs(request: {
  targets: EnvironmentTargets;
  inputs: {
    vpcCidr: PerEnvironment<string>;
    connectedCidrs?: PerEnvironment<string[]>;
  };
}): StackProblem[] {
  const { targets, inputs } = request;
  return chosenEnvironments(targets).flatMap(({ environment }) => {
    const own = inputs.vpcCidr[environment];
    const connected = (inputs.connectedCidrs?.[environment] ?? []).filter(
      other => cidrsOverlap(own, other),
    );
    const problems = connected.map(other =>
      problem(
        environment,
        `(${own}) shares addresses with ${other} of connectedCidrs; networks that overlap cannot be connected, so choose another range`,
      ),
    );
    if (
      !isFirstInRegion(targets, environment) &&
      cidrsOverlap(own, inputs.vpcCidr.dev)
    ) {
      problems.push(
        problem(
          environment,
          `(${own}) shares addresses with dev's ${inputs.vpcCidr.dev} in the same account and region; choose another range, so that the two can be connected and told apart`,
        ),
      );
    }
    return problems;
  });
}

function problem(environment: string, message: string): StackProblem {
  return { path: ['vpcCidr', environment], message };
}
