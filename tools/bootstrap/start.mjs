// @ts-check
// npm start: installs what is missing, then runs portal, backend and an
// emulated AWS until Ctrl-C.
//   --no-demo       without the demo team
//   --no-emulator   without the emulated AWS
import { giveUp, say } from './progress.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureNode } from './setup/node.mjs';

const OPTIONS = ['--no-demo', '--no-emulator'];
const args = process.argv.slice(2);
const unknown = args.filter(arg => !OPTIONS.includes(arg));
if (unknown.length > 0) {
  giveUp(`Unknown option ${unknown[0]}. Known: ${OPTIONS.join(', ')}`);
}

await ensureNode();
await ensureDependencies();
// Needs the installed packages, so it is not loaded before.
const { runPortal } = await import('./portal.mjs');
await runPortal({
  demo: !args.includes('--no-demo'),
  emulator: !args.includes('--no-emulator'),
});
