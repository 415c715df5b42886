import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** A string; `suggestion` is filled in while nobody has typed. */
export const serviceNameSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      suggestion: z
        .string()
        .optional()
        .describe(
          'A name to begin with; a number follows where it is taken already',
        ),
    }),
});
