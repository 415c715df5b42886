import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const READY = 'The portal is ready';
const TIMEOUT_MS = 420_000;

/**
 * Runs `npm start` as a person would, with an empty directory for local
 * repositories, and ends it as Ctrl-C does.
 */
export default async function startPortal(): Promise<() => Promise<void>> {
  const repositories = await mkdtemp(path.join(tmpdir(), 'mlinfra-browser-'));
  process.env.MLINFRA_E2E_REPOSITORIES = repositories;
  const portal = spawn(process.execPath, ['tools/bootstrap/start.mjs'], {
    cwd: path.resolve(__dirname, '../..'),
    env: {
      ...process.env,
      NODE_ENV: 'development',
      APP_CONFIG_mlinfra_repositories_directory: repositories,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    await untilReady(portal);
  } catch (error) {
    await endPortal(portal);
    throw error;
  }
  return async () => {
    await endPortal(portal);
    await rm(repositories, { recursive: true, force: true });
  };
}

function untilReady(portal: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(
      () => reject(new Error(`npm start was not ready in time:\n${printed}`)),
      TIMEOUT_MS,
    );
    for (const stream of [portal.stdout, portal.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed = (printed + text).slice(-20_000);
        if (process.env.MLINFRA_E2E_VERBOSE) {
          process.stderr.write(text);
        }
        if (printed.includes(READY)) {
          clearTimeout(timer);
          resolve();
        }
      });
    }
    portal.on('exit', code => {
      clearTimeout(timer);
      reject(new Error(`npm start ended with code ${code}:\n${printed}`));
    });
  });
}

function endPortal(portal: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (portal.exitCode !== null || portal.signalCode !== null) {
      resolve();
      return;
    }
    portal.removeAllListeners('exit');
    portal.on('exit', () => resolve());
    portal.kill('SIGINT');
  });
}
