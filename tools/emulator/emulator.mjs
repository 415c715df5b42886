// @ts-check
import { createInterface } from 'node:readline';
import path from 'node:path';
import { startChild } from '../bootstrap/process/children.mjs';
import { root } from '../bootstrap/paths.mjs';

const READY_WITHIN_MS = 60_000;

/** The key pair that the emulated AWS is talked to with; any is accepted. */
export const EMULATOR_CREDENTIALS = {
  AWS_ACCESS_KEY_ID: 'emulated',
  AWS_SECRET_ACCESS_KEY: 'emulated',
  AWS_REGION: 'eu-central-1',
};

/**
 * Environment of a program that talks to the emulated AWS. What a person has
 * set for a real account must not go along: a profile would even win over the
 * key pair.
 *
 * @param {string} endpoint
 * @returns {NodeJS.ProcessEnv}
 */
export function emulatorEnvironment(endpoint) {
  const foreign = Object.keys(process.env).filter(
    name =>
      name.startsWith('AWS_ENDPOINT_URL_') ||
      ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_SESSION_TOKEN'].includes(
        name,
      ),
  );
  return {
    ...Object.fromEntries(foreign.map(name => [name, undefined])),
    ...EMULATOR_CREDENTIALS,
    AWS_ENDPOINT_URL: endpoint,
  };
}

/** The account that the key pair belongs to. */
export const EMULATOR_ACCOUNT = '123456789012';

/**
 * Starts the emulated AWS and waits until it answers. It ends with this
 * process, and its state with it.
 *
 * @param {{ python: string, port: number, logFile: string }} options
 * @returns {Promise<{ endpoint: string, environment: NodeJS.ProcessEnv }>}
 */
export async function startEmulator({ python, port, logFile }) {
  const child = startChild(
    python,
    [
      '-m',
      'mlinfra_emulator',
      '--port',
      String(port),
      '--log',
      logFile,
      '--parent-pid',
      String(process.pid),
    ],
    {
      cwd: path.join(root, 'tools/emulator'),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const endpoint = await readyEndpoint(child);
  return { endpoint, environment: emulatorEnvironment(endpoint) };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
function readyEndpoint(child) {
  return new Promise((resolve, reject) => {
    let complaint = '';
    const timer = setTimeout(
      () =>
        reject(
          new Error(
            `The emulated AWS was not ready within ${READY_WITHIN_MS / 1000} s`,
          ),
        ),
      READY_WITHIN_MS,
    );
    child.stderr?.setEncoding('utf8').on('data', text => {
      complaint = (complaint + text).slice(-2000);
    });
    const lines = createInterface({
      input: /** @type {import('node:stream').Readable} */ (child.stdout),
    });
    lines.on('line', line => {
      const event = parseEvent(line);
      if (event?.event === 'ready') {
        clearTimeout(timer);
        resolve(event.endpoint);
      }
    });
    child.on('error', reject);
    child.on('exit', code => {
      clearTimeout(timer);
      reject(
        new Error(
          `The emulated AWS ended with code ${code} before it was ready:\n${complaint}`,
        ),
      );
    });
  });
}

/** @param {string} line */
function parseEvent(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
