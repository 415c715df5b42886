// @ts-check
import { checkPredictorDeployments } from './predictorDeployments.mjs';
import { checkPredictorState } from './predictorState.mjs';

/** @type {import('./Stack.mjs').Stack} */
export const predictor = {
  id: 'predictor',
  template: 'ml-predictor-service',
  title: 'predictor service',
  change: {
    latency_alarm_ms: 9000,
    scaling: {
      min_tasks: 2,
      max_tasks: 8,
      cpu_percent: 60,
      memory_percent: 75,
    },
  },
  async check(t, { target, environment }) {
    const [resources, outputs] = await Promise.all([
      target.attributes(),
      target.outputs(),
    ]);
    const prod = environment === 'prod';
    await checkPredictorState(t, { resources, outputs, prod });
    await checkPredictorDeployments(t, { resources, outputs, prod });
  },
};
