import { z } from 'zod';
import { FARGATE_SIZES, fargateMemory } from './fargateSizes';

/** Processor and memory of a Fargate task, with the size it has where none is given. */
export function fargateTaskSize(size: { cpu: number; memory: number }) {
  return z
    .strictObject({
      cpu: z.literal(FARGATE_SIZES.map(({ cpu }) => cpu)).default(size.cpu),
      memory: z.int().min(512).max(122_880).default(size.memory),
    })
    .prefault({})
    .superRefine(({ cpu, memory }, context) => {
      const sold = fargateMemory(cpu);
      if (!sold.includes(memory)) {
        context.addIssue({
          code: 'custom',
          path: ['memory'],
          message: `is ${memory} MiB, which Fargate does not run with ${cpu} CPU units; take ${nearest(
            sold,
            memory,
          ).join(' or ')}, or another cpu`,
        });
      }
    });
}

function nearest(sold: number[], memory: number): number[] {
  const below = sold.filter(size => size < memory).at(-1);
  const above = sold.find(size => size > memory);
  return [below, above].filter(size => size !== undefined);
}
