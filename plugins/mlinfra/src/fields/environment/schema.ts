import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** An account and a region; `ui:options.environment` says for which environment. */
export const environmentSchema = makeFieldSchema({
  output: z =>
    z.object({
      accountId: z.string().describe('Twelve digits'),
      region: z.string().describe('For example eu-central-1'),
    }),
  uiOptions: z =>
    z.object({
      environment: z
        .string()
        .optional()
        .describe('Offers only the accounts that take this environment'),
    }),
});

/** Where an environment is built. */
export type EnvironmentPlace = typeof environmentSchema.TOutput;
