/** A size of processor that Fargate runs, with the memory that goes with it. @public */
export interface FargateSize {
  /** CPU units: 1024 are one vCPU. */
  cpu: number;
  /** MiB: from, to and in steps of. */
  memory: { from: number; to: number; step: number };
}

/**
 * Every pair of processor and memory that Fargate runs on Linux, smallest
 * first. From the developer guide of Amazon ECS, "Task CPU and memory".
 *
 * @public
 */
export const FARGATE_SIZES: readonly FargateSize[] = [
  { cpu: 256, memory: { from: 512, to: 2_048, step: 512 } },
  { cpu: 512, memory: { from: 1_024, to: 4_096, step: 1_024 } },
  { cpu: 1_024, memory: { from: 2_048, to: 8_192, step: 1_024 } },
  { cpu: 2_048, memory: { from: 4_096, to: 16_384, step: 1_024 } },
  { cpu: 4_096, memory: { from: 8_192, to: 30_720, step: 1_024 } },
  { cpu: 8_192, memory: { from: 16_384, to: 61_440, step: 4_096 } },
  { cpu: 16_384, memory: { from: 32_768, to: 122_880, step: 8_192 } },
];

// The smallest size has no 1,536: it doubles.
const NOT_SOLD = new Map([[256, [1_536]]]);

/** The memory, in MiB, that a size of processor can have; empty for a size that Fargate does not run. @public */
export function fargateMemory(cpu: number): number[] {
  const size = FARGATE_SIZES.find(found => found.cpu === cpu);
  if (!size) {
    return [];
  }
  const { from, to, step } = size.memory;
  return Array.from(
    { length: (to - from) / step + 1 },
    (_, index) => from + index * step,
  ).filter(memory => !NOT_SOLD.get(cpu)?.includes(memory));
}
