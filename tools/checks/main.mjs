// @ts-check
// Everything that is checked without running a test:
//   npm run checks
import path from 'node:path';
import { root, yarnRelease } from '../bootstrap/paths.mjs';
import { run } from '../bootstrap/process/run.mjs';
import { say } from '../bootstrap/progress.mjs';
import {
  terraformEnvironment,
  terraformVersion,
} from '../terraform/terraformCli.mjs';

/** @type {Record<string, string[]>} */
const YARN_CHECKS = {
  'formatting (prettier)': ['prettier', '--check', '.'],
  'types (tsc)': ['tsc', '--project', '.'],
  'types of the tools (tsc)': ['tsc', '--project', 'tools'],
  'rules (eslint)': ['backstage-cli', 'repo', 'lint'],
  'package metadata': ['backstage-cli', 'repo', 'fix', '--publish', '--check'],
  'configuration schema': [
    'backstage-cli',
    'config:check',
    '--lax',
    '--strict',
  ],
};

let failed = 0;
for (const [title, args] of Object.entries(YARN_CHECKS)) {
  await check(title, process.execPath, [yarnRelease, ...args]);
}
if (await terraformVersion()) {
  await check(
    'formatting (terraform fmt)',
    'terraform',
    ['fmt', '-check', '-recursive', path.join(root, 'templates/terraform')],
    await terraformEnvironment(),
  );
} else if (process.env.CI === 'true') {
  failed += 1;
  say('FAILED  formatting (terraform fmt): Terraform is missing');
}
process.exit(failed > 0 ? 1 : 0);

/**
 * @param {string} title
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function check(title, command, args, env) {
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
}
