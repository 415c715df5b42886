import { z } from 'zod';
import { FARGATE_SIZES, fargateMemory } from './fargateSizes';

/** The steps of a compression, in the order in which they run. @public */
export const COMPRESSION_STEPS = [
  'baseline',
  'prune',
  'distill',
  'quantize',
  'evaluate',
] as const;

/** Name of a step: container, task definition and folder of its results. @public */
export type CompressionStep = (typeof COMPRESSION_STEPS)[number];

const DAY_SECONDS = 86_400;

function stepSchema(defaults: {
  cpu: number;
  memory: number;
  timeoutSeconds: number;
}) {
  return z
    .strictObject({
      cpu: z.literal(FARGATE_SIZES.map(size => size.cpu)).default(defaults.cpu),
      memory: z.int().min(512).max(122_880).default(defaults.memory),
      timeoutSeconds: z
        .int()
        .min(60)
        .max(DAY_SECONDS)
        .default(defaults.timeoutSeconds),
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

/** Processor, memory and time limit of each step. */
export const stepSettingsSchema = z
  .strictObject({
    baseline: stepSchema({ cpu: 1_024, memory: 2_048, timeoutSeconds: 1_800 }),
    prune: stepSchema({ cpu: 1_024, memory: 2_048, timeoutSeconds: 1_800 }),
    distill: stepSchema({ cpu: 2_048, memory: 4_096, timeoutSeconds: 3_600 }),
    quantize: stepSchema({ cpu: 1_024, memory: 2_048, timeoutSeconds: 1_800 }),
    evaluate: stepSchema({ cpu: 1_024, memory: 2_048, timeoutSeconds: 1_800 }),
  })
  .prefault({});

function nearest(sold: number[], memory: number): number[] {
  const below = sold.filter(size => size < memory).at(-1);
  const above = sold.find(size => size > memory);
  return [below, above].filter(size => size !== undefined);
}
