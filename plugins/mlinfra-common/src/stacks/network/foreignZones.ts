import type { StackProblem } from '../stackDefinition';
import {
  chosenEnvironments,
  type EnvironmentTargets,
  type PerEnvironment,
} from '../stackEnvironments';

/** Zones that lie in another region than their environment. */
export function foreignZones(request: {
  targets: EnvironmentTargets;
  inputs: { availabilityZones: PerEnvironment<string[]> };
}): StackProblem[] {
  const { targets, inputs } = request;
  return chosenEnvironments(targets).flatMap(({ environment, target }) => {
    const foreign = inputs.availabilityZones[environment].filter(
      zone => zone.slice(0, -1) !== target.region,
    );
    return foreign.length === 0
      ? []
      : [
          {
            path: ['availabilityZones', environment],
            message: `names ${foreign.join(
              ' and ',
            )}, which ${environment} cannot use in ${
              target.region
            }; give zones of that region, or none for two of them`,
          },
        ];
  });
}
