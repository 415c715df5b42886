// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { registerContainers } from '../emulator/containers.mjs';

/**
 * After a stack is applied: lets its tasks run the repository's own steps, from
 * their folder, since the emulated AWS has no images. A stack without steps is
 * left alone.
 *
 * @param {object} applied
 * @param {string} applied.endpoint of the emulated AWS
 * @param {string} applied.repository folder of the generated repository
 * @param {string} applied.stack for example `compression-pipeline`
 * @param {Record<string, { value: unknown }>} applied.outputs of the stack's root
 * @param {number} [applied.minimumSeconds] how long a task at least runs, to be watched
 * @returns {Promise<boolean>} whether its tasks run the steps now
 */
export async function registerSteps({
  endpoint,
  repository,
  stack,
  outputs,
  minimumSeconds,
}) {
  const urls = /** @type {Record<string, string> | undefined} */ (
    outputs.ecr_repository_urls?.value
  );
  const directory = path.resolve(repository, 'services', stack, 'steps');
  if (!urls?.steps || !existsSync(directory)) {
    return false;
  }
  await registerContainers(endpoint, {
    image: urls.steps,
    directory,
    minimumSeconds,
  });
  return true;
}
