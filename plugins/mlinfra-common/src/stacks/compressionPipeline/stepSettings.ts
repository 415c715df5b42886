import { z } from 'zod';
import { FARGATE_SIZES, fargateMemory } from '../fargateSizes';

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

// Room for a model of a few hundred MB and the libraries that train it.
const stepSchema = () =>
  z
    .strictObject({
      cpu: z.literal(FARGATE_SIZES.map(size => size.cpu)).default(1_024),
      memory: z.int().min(512).max(122_880).default(4_096),
      timeoutSeconds: z.int().min(60).max(DAY_SECONDS).default(3_600),
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

/** Processor, memory and time limit of each step. */
export const stepSettingsSchema = z
  .strictObject({
    baseline: stepSchema(),
    prune: stepSchema(),
    distill: stepSchema(),
    quantize: stepSchema(),
    evaluate: stepSchema(),
  })
  .prefault({});

function nearest(sold: number[], memory: number): number[] {
  const below = sold.filter(size => size < memory).at(-1);
  const above = sold.find(size => size > memory);
  return [below, above].filter(size => size !== undefined);
}
