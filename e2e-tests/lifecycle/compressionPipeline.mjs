// @ts-check
import { readFile } from 'node:fs/promises';
import { registerSteps } from '../../tools/terraform/stepContainers.mjs';
import { checkCompressionRuns } from './compressionRuns.mjs';
import { checkCompressionState } from './compressionState.mjs';

/** @type {import('./Stack.mjs').Stack} */
export const compressionPipeline = {
  id: 'compression-pipeline',
  template: 'ml-compression-pipeline',
  title: 'compression pipeline',
  change: { api_memory_mb: 1024 },
  async check(t, { target, environment, repository, endpoint }) {
    const [resources, outputs, variables] = await Promise.all([
      target.attributes(),
      target.outputs(),
      readFile(target.variables, 'utf8'),
    ]);
    await checkCompressionState(t, {
      resources,
      outputs,
      environment,
      networkMode: JSON.parse(variables).network_mode,
    });
    // One environment's runs tell all: both run the same machine.
    if (environment === 'dev') {
      await registerSteps({
        endpoint,
        repository,
        stack: compressionPipeline.id,
        outputs,
      });
      await checkCompressionRuns(t, { endpoint, outputs });
    }
  },
};
