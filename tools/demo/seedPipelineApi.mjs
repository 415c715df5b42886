// @ts-check
import path from 'node:path';
import { root } from '../bootstrap/paths.mjs';
import { registerFunction } from '../emulator/functions.mjs';
import { demoPipeline, demoPipelineApi } from './demoPipeline.mjs';
import { seedFunction } from './seedFunction.mjs';
import { seedHttpApi } from './seedHttpApi.mjs';

/**
 * Makes the API of the demo team's pipeline. It really answers: what is posted
 * to it starts a run.
 *
 * @param {import('./seed.mjs').DemoClient} base
 * @param {string} endpoint of the emulated AWS
 * @param {{ stateMachineArn: string, bucket: string, table: string }} pipeline
 */
export async function seedPipelineApi(base, endpoint, pipeline) {
  const client = { ...base, region: demoPipeline.region };
  const functionArn = await seedFunction(client, {
    ...demoPipelineApi,
    environment: {
      STATE_MACHINE_ARN: pipeline.stateMachineArn,
      MODEL_BUCKET: pipeline.bucket,
      JOB_TABLE: pipeline.table,
    },
  });
  await registerFunction(endpoint, {
    image: demoPipelineApi.imageUri.replace(/:[^:/]*$/, ''),
    directory: path.join(root, 'templates/services', demoPipelineApi.directory),
    handler: demoPipelineApi.handler,
  });
  await seedHttpApi(client, demoPipelineApi, { functionArn });
}
