// @ts-check
// Everything that is checked without running a test:
//   npm run checks
import path from 'node:path';
import { root, yarnRelease } from '../bootstrap/paths.mjs';
import { run } from '../bootstrap/process/run.mjs';
import { sideBySide } from '../bootstrap/process/sideBySide.mjs';
import { say } from '../bootstrap/progress.mjs';
import {
  terraformEnvironment,
  terraformVersion,
} from '../terraform/terraformCli.mjs';

/**
 * @typedef {object} Check
 * @property {string} title
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 */

/** @param {string} title @param {string[]} args @returns {Check} */
function yarnCheck(title, ...args) {
  return { title, command: process.execPath, args: [yarnRelease, ...args] };
}

/** The longest first. @type {Check[]} */
const checks = [
  yarnCheck('types (tsc)', 'tsc', '--project', '.'),
  yarnCheck('formatting (prettier)', 'prettier', '--check', '.'),
  yarnCheck('rules (eslint)', 'backstage-cli', 'repo', 'lint'),
  yarnCheck('types of the tools (tsc)', 'tsc', '--project', 'tools'),
  yarnCheck(
    'package metadata',
    'backstage-cli',
    'repo',
    'fix',
    '--publish',
    '--check',
  ),
  yarnCheck(
    'configuration schema',
    'backstage-cli',
    'config:check',
    '--lax',
    '--strict',
  ),
];
let failed = 0;
if (await terraformVersion()) {
  checks.push({
    title: 'formatting (terraform fmt)',
    command: 'terraform',
    args: [
      'fmt',
      '-check',
      '-recursive',
      path.join(root, 'templates/terraform'),
    ],
    env: await terraformEnvironment(),
  });
} else if (process.env.CI === 'true') {
  failed += 1;
  say('FAILED  formatting (terraform fmt): Terraform is missing');
}

const jobs = checks.map(check => ({ ...check, processors: 1 }));
await sideBySide(jobs, 2, async ({ title, command, args, env }) => {
  const { code, output } = await run(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
  });
  if (code === 0) {
    say(`ok      ${title}`);
  } else {
    failed += 1;
    say(`FAILED  ${title}\n${output}`);
  }
});
process.exit(failed > 0 ? 1 : 0);
