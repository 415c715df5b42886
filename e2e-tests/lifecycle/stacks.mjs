// @ts-check
import { churn } from './churn.mjs';
import { compressionPipeline } from './compressionPipeline.mjs';
import { foundation } from './foundation.mjs';
import { inferenceApi } from './inferenceApi.mjs';
import { platformBaseline } from './platformBaseline.mjs';
import { predictor } from './predictor.mjs';

/** Every root that is built against the emulated AWS. @type {import('./Stack.mjs').Stack[]} */
export const STACKS = [
  inferenceApi,
  compressionPipeline,
  churn,
  predictor,
  platformBaseline,
  foundation,
];
