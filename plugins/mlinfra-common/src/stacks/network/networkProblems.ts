import type { StackProblem } from '../stackDefinition';
import { foreignZones } from './foreignZones';
import { missingZones } from './missingZones';
import { overlappingCidrs } from './overlappingCidrs';

type NetworkRequest = Parameters<typeof foreignZones>[0] &
  Parameters<typeof overlappingCidrs>[0];

/** Everything that is wrong with a stack's own network in these accounts and regions. */
export function networkProblems(request: NetworkRequest): StackProblem[] {
  return [
    ...foreignZones(request),
    ...missingZones(request),
    ...overlappingCidrs(request),
  ];
}
