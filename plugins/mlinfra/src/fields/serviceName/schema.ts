import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** A string; no options. */
export const serviceNameSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z => z.object({}),
});
