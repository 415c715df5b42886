// @ts-check
import { checkBaselineData } from './baselineData.mjs';
import { checkBaselineOperations } from './baselineOperations.mjs';
import { checkBaselineServing } from './baselineServing.mjs';
import { checkBaselineSettings } from './baselineSettings.mjs';
import { checkRequirements } from './requirements.mjs';

/** @type {import('./Stack.mjs').Stack} */
export const platformBaseline = {
  id: 'platform-baseline',
  template: 'ml-platform-baseline',
  title: 'platform baseline',
  change: {
    latency_alarm_ms: 9000,
    backup_retention_days: 21,
    scaling: {
      min_tasks: 2,
      max_tasks: 8,
      cpu_percent: 60,
      memory_percent: 75,
    },
  },
  async check(t, { target, environment, repository }) {
    const [resources, outputs] = await Promise.all([
      target.attributes(),
      target.outputs(),
    ]);
    const prod = environment === 'prod';
    await checkBaselineServing(t, { resources, outputs, prod });
    await checkBaselineSettings(t, { resources, outputs, repository, prod });
    await checkBaselineData(t, { resources, outputs, prod });
    await checkBaselineOperations(t, { resources, outputs, prod });
    await checkRequirements(t, { target, environment, repository, resources });
  },
};
