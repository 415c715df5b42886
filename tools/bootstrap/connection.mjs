// @ts-check
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { EMULATOR_ACCOUNT, startEmulator } from '../emulator/emulator.mjs';
import { noteRunningEmulator } from '../emulator/runningEmulator.mjs';
import { cacheDirectory, root } from './paths.mjs';
import { freePort } from './process/ports.mjs';
import { say } from './progress.mjs';
import { EMULATOR_PYTHON, ensurePython } from './setup/python.mjs';

/**
 * What the portal talks to: which configuration files to add, which
 * environment to set, and what to tell the person.
 *
 * @typedef {object} Connection
 * @property {string[]} configFiles relative to the top folder
 * @property {NodeJS.ProcessEnv} environment
 * @property {string} description
 * @property {{ endpoint: string, accountId: string }} [emulator]
 */

/**
 * Connects to what is configured; to the emulated AWS where nothing is.
 *
 * @param {{ emulator: boolean }} options
 * @returns {Promise<Connection>}
 */
export async function connectAws(options) {
  if (await accountsAreConfigured()) {
    return plain('the accounts of app-config.local.yaml');
  }
  if (process.env.AWS_ENDPOINT_URL) {
    return plain(
      `${process.env.AWS_ENDPOINT_URL} (AWS_ENDPOINT_URL); list its accounts under mlinfra.accounts in app-config.local.yaml`,
    );
  }
  if (!options.emulator) {
    return plain('nothing (--no-emulator)');
  }
  return (
    (await emulated()) ??
    plain(
      'nothing: the emulated AWS needs Python 3.10 or newer with venv and pip. Install it and start again, or configure your own accounts (docs/configure.md)',
    )
  );
}

/** @param {string} description @returns {Connection} */
function plain(description) {
  return { configFiles: [], environment: {}, description };
}

async function accountsAreConfigured() {
  const file = path.join(root, 'app-config.local.yaml');
  if (!existsSync(file)) {
    return false;
  }
  const config = parse(await readFile(file, 'utf8'));
  return Boolean(config?.mlinfra?.accounts?.length);
}

/** @returns {Promise<Connection | undefined>} */
async function emulated() {
  const python = await ensurePython(EMULATOR_PYTHON);
  if (!python) {
    return undefined;
  }
  const logFile = path.join(cacheDirectory, 'emulator.log');
  await mkdir(cacheDirectory, { recursive: true });
  await rm(logFile, { force: true });
  let started;
  try {
    started = await startEmulator({
      python,
      port: await freePort(5111),
      logFile,
    });
  } catch (error) {
    return plain(
      `nothing: ${error instanceof Error ? error.message.trim() : error}`,
    );
  }
  const { endpoint, environment } = started;
  await noteRunningEmulator(endpoint);
  say(`The emulated AWS answers at ${endpoint} (log: .mlinfra/emulator.log)`);
  return {
    configFiles: ['app-config.emulator.yaml'],
    environment,
    description: `the emulated AWS at ${endpoint}, account ${EMULATOR_ACCOUNT}`,
    emulator: { endpoint, accountId: EMULATOR_ACCOUNT },
  };
}
