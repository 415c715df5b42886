// @ts-check
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheDirectory } from '../bootstrap/paths.mjs';
import { emulatorEnvironment } from './emulator.mjs';

const file = path.join(cacheDirectory, 'emulator.json');

/**
 * Notes where the emulated AWS of `npm start` answers, for other commands.
 *
 * @param {string} endpoint
 */
export async function noteRunningEmulator(endpoint) {
  await mkdir(cacheDirectory, { recursive: true });
  await writeFile(file, JSON.stringify({ endpoint }));
}

export async function forgetRunningEmulator() {
  await rm(file, { force: true });
}

/**
 * Environment that talks to the emulated AWS of the running `npm start`.
 * Undefined when none answers.
 *
 * @returns {Promise<NodeJS.ProcessEnv | undefined>}
 */
export async function runningEmulator() {
  try {
    const { endpoint } = JSON.parse(await readFile(file, 'utf8'));
    const response = await fetch(`${endpoint}/mlinfra-emulator/health`, {
      signal: AbortSignal.timeout(5000),
    });
    return response.ok ? emulatorEnvironment(endpoint) : undefined;
  } catch {
    return undefined;
  }
}
