import type { StackProblem } from '../stackDefinition';
import {
  chosenEnvironments,
  type EnvironmentTargets,
  type PerEnvironment,
} from '../stackEnvironments';
import { knownZonesOfRegion } from './regionZones';

/** Zones that their own region does not have. Of a region that is not known nothing is said. */
export function missingZones(request: {
  targets: EnvironmentTargets;
  inputs: { availabilityZones: PerEnvironment<string[]> };
}): StackProblem[] {
  const { targets, inputs } = request;
  return chosenEnvironments(targets).flatMap(({ environment, target }) => {
    const { region } = target;
    const known = knownZonesOfRegion(region);
    const missing = inputs.availabilityZones[environment].filter(
      zone => zone.slice(0, -1) === region && known && !known.includes(zone),
    );
    return known && missing.length > 0
      ? [
          {
            path: ['availabilityZones', environment],
            message: `names ${missing.join(' and ')}, and ${region} has ${
              known.length
            } zones: ${known.join(
              ', ',
            )}; take some of these, or none for two of them`,
          },
        ]
      : [];
  });
}
