import type { z } from 'zod';
import type { NetworkMode } from '../network/networkModes';
import {
  STACK_ENVIRONMENTS,
  type PerEnvironment,
  type StackEnvironment,
} from '../stackEnvironments';
import type { DatabaseEngine } from './databaseEngines';
import type { ServingKind } from './serving';

interface Choices {
  serving: PerEnvironment<ServingKind>;
  databaseEngine: PerEnvironment<DatabaseEngine>;
  networkMode: PerEnvironment<NetworkMode>;
  availabilityZones: PerEnvironment<string[]>;
  minTasks: PerEnvironment<number>;
  maxTasks: PerEnvironment<number>;
  autoscaling: PerEnvironment<boolean>;
  scalingSchedules: PerEnvironment<object>;
  stepScaling: PerEnvironment<object | null>;
  apiKeyRequired: PerEnvironment<boolean>;
  backupRetentionDays: PerEnvironment<number>;
  auditTrail: 'here' | 'elsewhere';
  auditTrailDays: PerEnvironment<number>;
}

type Refusal = [field: keyof Choices, message: string];

/** Adds an issue for each pair of choices that are fine alone and do not go together. */
export function refuseWhatDoesNotFit(
  inputs: Choices,
  context: z.core.$RefinementCtx,
): void {
  for (const environment of STACK_ENVIRONMENTS) {
    for (const [field, message] of [
      ...networkRefusals(inputs, environment),
      ...scalingRefusals(inputs, environment),
      ...(environment === 'prod' ? prodRefusals(inputs) : []),
    ]) {
      context.addIssue({
        code: 'custom',
        path: [field, environment],
        message,
      });
    }
  }
}

function networkRefusals(
  inputs: Choices,
  environment: StackEnvironment,
): Refusal[] {
  const engine = inputs.databaseEngine[environment];
  const mode = inputs.networkMode[environment];
  const zones = inputs.availabilityZones[environment].length;
  const onLambda = inputs.serving[environment] === 'lambda';
  const found: Refusal[] = [];
  if (onLambda && engine === 'postgres' && mode === 'public_ip') {
    found.push([
      'networkMode',
      "is public_ip, and a function in a network has no public address by which to read the database's password; take private_endpoints_1az or private_endpoints_2az, serve by ecs, or keep records in dynamodb",
    ]);
  }
  if (zones === 1 && engine === 'postgres') {
    found.push([
      'availabilityZones',
      'names one zone, and RDS wants two for postgres even where it uses one; name another, or none for two of the region',
    ]);
  } else if (zones === 1 && mode === 'private_endpoints_2az') {
    found.push([
      'availabilityZones',
      'names one zone, and private_endpoints_2az needs two; name another, or none for two of the region',
    ]);
  }
  return found;
}

function scalingRefusals(
  inputs: Choices,
  environment: StackEnvironment,
): Refusal[] {
  const scaled =
    inputs.serving[environment] === 'ecs' && inputs.autoscaling[environment];
  const found: Refusal[] = [];
  const [fewest, most] = [
    inputs.minTasks[environment],
    inputs.maxTasks[environment],
  ];
  if (most < fewest) {
    found.push([
      'maxTasks',
      `is ${most}, below the fewest (${fewest}); raise it, or lower minTasks`,
    ]);
  }
  const remedy =
    'is set, and only tasks that are scaled can follow it; serve by ecs with autoscaling, or leave it out';
  if (Object.keys(inputs.scalingSchedules[environment]).length && !scaled) {
    found.push(['scalingSchedules', remedy]);
  }
  if (inputs.stepScaling[environment] && !scaled) {
    found.push(['stepScaling', remedy]);
  }
  return found;
}

function prodRefusals(inputs: Choices): Refusal[] {
  const found: Refusal[] = [];
  if (!inputs.apiKeyRequired.prod) {
    found.push([
      'apiKeyRequired',
      'is false, which lets anyone call the API and is refused in prod; set it to true',
    ]);
  }
  if (inputs.backupRetentionDays.prod < 7) {
    found.push([
      'backupRetentionDays',
      `is ${inputs.backupRetentionDays.prod}, and prod needs at least 7, so that a fault from before a weekend can be undone`,
    ]);
  }
  if (inputs.auditTrail === 'here' && inputs.auditTrailDays.prod < 90) {
    found.push([
      'auditTrailDays',
      `is ${inputs.auditTrailDays.prod}, and prod needs at least 90, or an incident found late could not be traced`,
    ]);
  }
  return found;
}
