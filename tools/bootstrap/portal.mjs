// @ts-check
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { keepMeasuring } from '../demo/keepMeasuring.mjs';
import { seedDemo } from '../demo/seed.mjs';
import { startDemoRuns } from '../demo/seedPipeline.mjs';
import { forgetRunningEmulator } from '../emulator/runningEmulator.mjs';
import { connectAws } from './connection.mjs';
import { cacheDirectory, root, yarnRelease } from './paths.mjs';
import {
  endChildren,
  endChildrenOnExit,
  startChild,
} from './process/children.mjs';
import { isFree } from './process/ports.mjs';
import { waitForUrl } from './process/waitForUrl.mjs';
import { giveUp, say } from './progress.mjs';
import { pythonPrograms } from './setup/python.mjs';
import { prepareTechDocs } from './setup/techDocs.mjs';

const PORTAL = 'http://localhost:3000';
const BACKEND = 'http://localhost:7007';

/**
 * Runs the portal until somebody ends it.
 *
 * @param {{ demo: boolean, emulator: boolean }} options
 */
export async function runPortal(options) {
  endChildrenOnExit();
  for (const port of [3000, 7007]) {
    if (!(await isFree(port))) {
      giveUp(
        `Port ${port} is in use by another program. End it (for example an earlier npm start) and try again.`,
      );
    }
  }
  const connection = await connectAws(options);
  const demo = options.demo && Boolean(connection.emulator);
  if (connection.emulator) {
    // The emulated AWS starts empty, and so does what was read from it.
    await rm(path.join(cacheDirectory, 'database'), {
      recursive: true,
      force: true,
    });
  }
  let demoTeam;
  if (connection.emulator && demo) {
    demoTeam = await seedDemo({
      ...connection.emulator,
      environment: connection.environment,
    });
    say(
      'The demo team has its endpoints, pipeline and budgets (npm start -- --no-demo starts without)',
    );
  }
  // Needed when somebody opens a page of documentation, not to start.
  prepareTechDocs();
  say('Starting backend and portal');
  const child = startBackstage(
    [...connection.configFiles, ...(demo ? ['app-config.demo.yaml'] : [])],
    connection.environment,
  );
  try {
    const stopped = () =>
      child.exitCode === null && child.signalCode === null
        ? undefined
        : `It ended with ${
            child.signalCode ?? `code ${child.exitCode}`
          }; what it printed is above.`;
    await waitForUrl(`${BACKEND}/.backstage/health/v1/readiness`, {
      timeoutMs: 300_000,
      stopped,
    });
    await waitForUrl(PORTAL, { timeoutMs: 300_000, stopped });
  } catch (error) {
    await endChildren();
    giveUp(
      `The portal did not start. ${
        error instanceof Error ? error.message : error
      }`,
    );
  }
  say(`The portal is ready: ${PORTAL}`);
  if (demoTeam) {
    // Not earlier: they would take processor time from the start.
    void keepMeasuring(demoTeam.measure);
    await startDemoRuns(demoTeam);
  }
  process.stdout.write(hint(connection, demo));
  child.on('exit', async code => {
    await endChildren();
    await forgetRunningEmulator();
    process.exit(code ?? 1);
  });
}

/**
 * @param {string[]} configFiles
 * @param {NodeJS.ProcessEnv} environment
 */
function startBackstage(configFiles, environment) {
  const files = ['app-config.yaml', ...configFiles, 'app-config.local.yaml'];
  const existing = files.filter(file => existsSync(path.join(root, file)));
  return startChild(
    process.execPath,
    [
      yarnRelease,
      'backstage-cli',
      'repo',
      'start',
      ...existing.flatMap(file => ['--config', path.join(root, file)]),
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        PATH: [pythonPrograms, process.env.PATH].join(path.delimiter),
        BROWSER: 'none',
        ...environment,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
}

/**
 * @param {import('./connection.mjs').Connection} connection
 * @param {boolean} demo
 */
function hint({ description, emulator }, demo) {
  const create = `${PORTAL}/create`;
  const first = demo
    ? `Open ${PORTAL}/catalog/default/component/demo-speech and its tab "ML infrastructure".`
    : `Open ${create} and choose "Inference API".`;
  const then = emulator
    ? `Make a repository of your own at ${create}, and build it in the
              emulated AWS: npm run emulated -- apply repositories/<owner>/<name>`
    : 'Deploy what the wizard has made: its QUICKSTART.md says how.';
  return `
  Portal      ${PORTAL}   (sign in as guest: "Enter")
  AWS         ${description}
  First       ${first}
  Then        ${then}
  End         Ctrl-C

`;
}
