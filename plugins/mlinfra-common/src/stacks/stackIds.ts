/** The stacks that the templates can write today. @public */
export const STACK_IDS = [
  'inference-api',
  'compression-pipeline',
  'churn',
  'predictor',
  'platform-baseline',
] as const;

/** Id of a stack: folder name, tag value and annotation value. @public */
export type StackId = (typeof STACK_IDS)[number];
