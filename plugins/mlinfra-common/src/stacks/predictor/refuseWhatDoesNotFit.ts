import type { z } from 'zod';
import type { NetworkMode } from '../network/networkModes';
import {
  STACK_ENVIRONMENTS,
  type PerEnvironment,
  type StackEnvironment,
} from '../stackEnvironments';

interface Choices {
  networkMode: PerEnvironment<NetworkMode>;
  vpcCidr: PerEnvironment<string>;
  availabilityZones: PerEnvironment<string[]>;
  minTasks: PerEnvironment<number>;
  maxTasks: PerEnvironment<number>;
  fargateBase: PerEnvironment<number>;
  fargateWeight: number;
  spotWeight: number;
}

type Refusal = [path: string[], message: string];

// Where none are named, two of the region.
const DEFAULT_ZONES = 2;

// AWS keeps five addresses of a subnet; endpoints and the VPC link take up to five more.
const TAKEN_ADDRESSES = 10;

/** Adds an issue for each pair of choices that are fine alone and do not go together. */
export function refuseWhatDoesNotFit(
  inputs: Choices,
  context: z.core.$RefinementCtx,
): void {
  for (const [path, message] of [
    ...capacityRefusals(inputs),
    ...STACK_ENVIRONMENTS.flatMap(environment => [
      ...zoneRefusals(inputs, environment),
      ...taskRefusals(inputs, environment),
    ]),
  ]) {
    context.addIssue({ code: 'custom', path, message });
  }
}

function capacityRefusals(inputs: Choices): Refusal[] {
  const { fargateWeight, spotWeight, fargateBase } = inputs;
  if (fargateWeight + spotWeight === 0) {
    return [
      [
        ['spotWeight'],
        'is 0 beside a fargateWeight of 0, so that tasks could stand nowhere; raise one of them',
      ],
    ];
  }
  if (fargateBase.prod === 0) {
    return [
      [
        ['fargateBase', 'prod'],
        'is 0, and where Spot has no capacity nothing would answer in prod; let at least one task stand on FARGATE',
      ],
    ];
  }
  return fargateWeight === 0
    ? [
        [
          ['fargateWeight'],
          'is 0, and where the weight is 0 ECS places no task of fargateBase either; raise it',
        ],
      ]
    : [];
}

function zoneRefusals(
  inputs: Choices,
  environment: StackEnvironment,
): Refusal[] {
  return inputs.networkMode[environment] === 'private_endpoints_2az' &&
    inputs.availabilityZones[environment].length === 1
    ? [
        [
          ['availabilityZones', environment],
          'names one zone, and private_endpoints_2az needs two; name another, or none for two of the region',
        ],
      ]
    : [];
}

function taskRefusals(
  inputs: Choices,
  environment: StackEnvironment,
): Refusal[] {
  const fewest = inputs.minTasks[environment];
  const most = inputs.maxTasks[environment];
  if (most < fewest) {
    return [
      [
        ['maxTasks', environment],
        `is ${most}, below the fewest (${fewest}); raise it, or lower minTasks`,
      ],
    ];
  }
  const cidr = inputs.vpcCidr[environment];
  const zones = inputs.availabilityZones[environment].length || DEFAULT_ZONES;
  // Each zone gets one eighth; a deployment has each task twice.
  const eighth = 2 ** (29 - Number(cidr.split('/')[1]));
  const room = Math.floor((zones * (eighth - TAKEN_ADDRESSES)) / 2);
  return most > room
    ? [
        [
          ['vpcCidr', environment],
          `(${cidr}) has room for ${room} tasks in ${zones} zones, with each there twice during a deployment, and maxTasks is ${most}; choose a larger range, more zones, or fewer tasks`,
        ],
      ]
    : [];
}
