import type { StackId } from '@mlinfra/plugin-mlinfra-common';
import type fc from 'fast-check';
import { churn } from './churn';
import { compressionPipeline } from './compressionPipeline';
import { inferenceApi } from './inferenceApi';
import { platformBaseline } from './platformBaseline';
import { predictor } from './predictor';

export { hostileText } from './arbitraries';
export { repositoryValues } from './repository';

/** Whatever the form accepts of one stack. */
export const STACK_VALUES: Record<StackId, fc.Arbitrary<object>> = {
  'inference-api': inferenceApi,
  'compression-pipeline': compressionPipeline,
  churn,
  predictor,
  'platform-baseline': platformBaseline,
};
