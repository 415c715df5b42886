// @ts-check
// Verifies stacks and keeps what came of it with the templates and in the
// documents:
//   npm run verify:update             every stack
//   npm run verify:update -- churn    only these
import path from 'node:path';
import { root, typescriptTransform } from '../bootstrap/paths.mjs';
import { run } from '../bootstrap/process/run.mjs';
import { giveUp, say } from '../bootstrap/progress.mjs';
import {
  terraformEnvironment,
  terraformVersion,
} from '../terraform/terraformCli.mjs';

if (!(await terraformVersion())) {
  giveUp('Terraform is not installed. Install Terraform 1.11 or newer first.');
}
const typescript = ['--require', typescriptTransform];
const environment = {
  ...process.env,
  ...(await terraformEnvironment()),
  MLINFRA_VERIFICATION: 'update',
  MLINFRA_VERIFICATION_STACKS: process.argv.slice(2).join(','),
};
for (const [title, args] of /** @type {Array<[string, string[]]>} */ ([
  [
    'Planning every pair of choices',
    ['--test', 'tools/verification/matrix.test.ts'],
  ],
  ['Writing docs/verification.md', ['tools/verification/writeDocument.ts']],
])) {
  say(title);
  const { code } = await run(process.execPath, [...typescript, ...args], {
    cwd: path.resolve(root),
    env: environment,
    output: 'inherit',
  });
  if (code !== 0) {
    giveUp(
      `${title} failed; the records of stacks that were planned to the end are written.`,
    );
  }
}
