// @ts-check
// npm test: installs what is missing, then runs every suite and sums them up.
//   npm test                     all suites
//   npm test -- unit terraform   only these
//   npm test -- --list           their names
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureNode } from './setup/node.mjs';

await ensureNode();
await ensureDependencies();
// Needs the installed packages, so it is not loaded before.
const { runTests } = await import('../test/runTests.mjs');
process.exit(await runTests(process.argv.slice(2)));
