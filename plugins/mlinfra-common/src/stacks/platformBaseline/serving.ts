import { z } from 'zod';
import { FARGATE_SIZES, fargateMemory } from '../fargateSizes';
import { perEnvironment } from '../stackEnvironments';

/** What can serve the model: a function, or tasks that are always up. @public */
export const SERVING_KINDS = ['lambda', 'ecs'] as const;

/** What serves the model. @public */
export type ServingKind = (typeof SERVING_KINDS)[number];

const taskSize = z
  .strictObject({
    cpu: z.literal(FARGATE_SIZES.map(size => size.cpu)).default(512),
    memory: z.int().min(512).max(122_880).default(1_024),
  })
  .prefault({})
  .superRefine(({ cpu, memory }, context) => {
    const sold = fargateMemory(cpu);
    if (!sold.includes(memory)) {
      context.addIssue({
        code: 'custom',
        path: ['memory'],
        message: `is ${memory} MiB, which Fargate does not run with ${cpu} CPU units; take ${
          sold[0]
        } to ${sold.at(-1)} as the form offers them, or another cpu`,
      });
    }
  });

const tasks = z.int().min(1).max(1_000);
const percent = z.int().min(10).max(95);

const schedule = z.strictObject({
  schedule: z
    .string()
    .max(256)
    .regex(
      /^(cron|rate|at)\(.+\)$/,
      'must be a schedule such as cron(0 7 ? * MON-FRI *)',
    ),
  minCapacity: z.int().min(0).max(1_000),
  maxCapacity: z.int().min(0).max(1_000),
  timezone: z.string().min(1).max(64).default('UTC'),
});

const stepScaling = z.strictObject({
  cpuPercent: percent,
  steps: z
    .array(
      z.strictObject({
        above: z.number().min(0).max(100),
        add: z.int().min(1).max(1_000),
      }),
    )
    .min(1)
    .max(20),
});

/** What serves the model, its size, and how the number of tasks follows the load. */
export const servingInputs = {
  serving: perEnvironment(z.enum(SERVING_KINDS), {
    dev: 'lambda',
    prod: 'lambda',
  }),
  architecture: z.enum(['x86_64', 'arm64']).default('x86_64'),
  memoryMb: z.int().min(128).max(10_240).default(1_024),
  timeoutSeconds: z.int().min(1).max(900).default(29),
  reservedConcurrency: perEnvironment(z.int().min(0).max(10_000).nullable(), {
    dev: null,
    prod: null,
  }),
  taskSize,
  useSpot: perEnvironment(z.boolean(), { dev: false, prod: false }),
  autoscaling: perEnvironment(z.boolean(), { dev: true, prod: true }),
  minTasks: perEnvironment(tasks, { dev: 1, prod: 2 }),
  maxTasks: perEnvironment(tasks, { dev: 4, prod: 6 }),
  cpuPercent: percent.default(70),
  memoryPercent: percent.default(80),
  scalingSchedules: perEnvironment(
    z.record(z.string().regex(/^[a-z][a-z0-9-]{0,30}$/), schedule),
    { dev: {}, prod: {} },
  ),
  stepScaling: perEnvironment(stepScaling.nullable(), {
    dev: null,
    prod: null,
  }),
};
