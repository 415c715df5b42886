import type { z } from 'zod';
import type { NatMode } from '../network/natModes';
import { STACK_ENVIRONMENTS, type PerEnvironment } from '../stackEnvironments';

interface Choices {
  natMode: PerEnvironment<NatMode>;
  authorizer: PerEnvironment<string>;
  availabilityZones: PerEnvironment<string[]>;
}

/** Adds an issue for what is fine elsewhere but not in prod, and for zones that a load balancer cannot stand in. */
export function refuseWhatDoesNotFit(
  inputs: Choices,
  context: z.core.$RefinementCtx,
): void {
  const refuse = (path: [keyof Choices, string], message: string) =>
    context.addIssue({ code: 'custom', path, message });

  if (inputs.natMode.prod === 'none') {
    refuse(
      ['natMode', 'prod'],
      "is none, which puts the page's tasks into public subnets and is refused in prod; take per_az, or single where one gateway must do",
    );
  }
  if (inputs.authorizer.prod === 'none') {
    refuse(
      ['authorizer', 'prod'],
      'is none, which lets everybody ask for predictions and is refused in prod; take iam',
    );
  }
  for (const environment of STACK_ENVIRONMENTS) {
    if (inputs.availabilityZones[environment].length === 1) {
      refuse(
        ['availabilityZones', environment],
        'names one zone, and a load balancer needs two; name another, or none for two of the region',
      );
    }
  }
}
