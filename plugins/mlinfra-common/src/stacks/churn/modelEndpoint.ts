import { z } from 'zod';

/** Memory, in MB, that a serverless endpoint of SageMaker can have. @public */
export const SERVERLESS_MEMORY_MB = [
  1_024, 2_048, 3_072, 4_096, 5_120, 6_144,
] as const;

const DEFAULT_MEMORY_MB = 2_048;

function endpointSchema(maxConcurrency: number) {
  return z
    .strictObject({
      memoryMb: z
        .literal([...SERVERLESS_MEMORY_MB], {
          error: issue =>
            `is ${String(
              issue.input,
            )}; a serverless endpoint takes ${SERVERLESS_MEMORY_MB.join(', ')}`,
        })
        .default(DEFAULT_MEMORY_MB),
      maxConcurrency: z.int().min(1).max(200).default(maxConcurrency),
      provisionedConcurrency: z.int().min(1).max(200).nullable().default(null),
    })
    .prefault({})
    .superRefine(
      ({ maxConcurrency: most, provisionedConcurrency }, context) => {
        if (provisionedConcurrency !== null && provisionedConcurrency > most) {
          context.addIssue({
            code: 'custom',
            path: ['provisionedConcurrency'],
            message: `is ${provisionedConcurrency}, and only ${most} requests run at once; lower it, or raise maxConcurrency`,
          });
        }
      },
    );
}

/** Memory of the model's endpoint, most requests at once, and how many of them are kept ready (null: none). */
export const modelEndpoint = z
  .strictObject({ dev: endpointSchema(5), prod: endpointSchema(20) })
  .prefault({});
