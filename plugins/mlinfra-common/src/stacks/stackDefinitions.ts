import { churnStack } from './churn';
import { compressionPipelineStack } from './compressionPipeline';
import { inferenceApiStack } from './inferenceApi';
import { platformBaselineStack } from './platformBaseline';
import { predictorStack } from './predictor';
import type { StackDefinition } from './stackDefinition';
import type { StackId } from './stackIds';

/** The definition of each stack. @public */
export const STACK_DEFINITIONS: Record<StackId, StackDefinition> = {
  'inference-api': inferenceApiStack,
  'compression-pipeline': compressionPipelineStack,
  churn: churnStack,
  predictor: predictorStack,
  'platform-baseline': platformBaselineStack,
};
