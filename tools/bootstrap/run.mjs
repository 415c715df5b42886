// @ts-check
// Runs one of the repository's own commands with all it needs installed:
//   npm run dry-run -- …   npm run bench   npm run emulated -- …
import path from 'node:path';
import { run } from './process/run.mjs';
import { root, typescriptTransform } from './paths.mjs';
import { giveUp } from './progress.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureNode } from './setup/node.mjs';

/** TypeScript is run by the same transform that runs the backend. */
const TYPESCRIPT = ['--require', typescriptTransform];

/** @type {Record<string, string[]>} */
const COMMANDS = {
  'dry-run': [...TYPESCRIPT, 'tools/dry-run/main.ts'],
  bench: [...TYPESCRIPT, 'bench/main.ts'],
  emulated: ['tools/terraform/main.mjs'],
  checks: ['tools/checks/main.mjs'],
  'verify:update': ['tools/test/updateVerification.mjs'],
};

const [name, ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  giveUp(`Unknown command ${name}. Known: ${Object.keys(COMMANDS).join(', ')}`);
}

await ensureNode();
await ensureDependencies();

const [last, ...flags] = [...command].reverse();
const { code } = await run(
  process.execPath,
  [...flags.reverse(), path.join(root, last), ...args],
  { output: 'inherit' },
);
process.exit(code);
