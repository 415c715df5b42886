import type { TerraformValue } from '../stackDefinition';

/** Whose processors the tasks of the page run on. @public */
export const CAPACITIES = ['on_demand', 'mixed', 'spot'] as const;

/** Whose processors the tasks of the page run on. @public */
export type Capacity = (typeof CAPACITIES)[number];

// With both, the first task is on Fargate and stays; of those beyond it three in four are on Spot.
const WEIGHTS: Record<Capacity, { fargate: number; fargate_spot: number }> = {
  on_demand: { fargate: 1, fargate_spot: 0 },
  mixed: { fargate: 1, fargate_spot: 3 },
  spot: { fargate: 0, fargate_spot: 1 },
};

/** Weights of the two capacity providers as Terraform takes them. */
export function capacityWeights(capacity: Capacity): TerraformValue {
  return { ...WEIGHTS[capacity] };
}
