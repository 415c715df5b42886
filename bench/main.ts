// npm run bench: what the product costs, as counts and as ratios within one run.
import { cpus, totalmem } from 'node:os';
import { endChildren } from '../tools/bootstrap/process/children.mjs';
import { benchCollection } from './collection';
import { benchRendering } from './rendering';
import { benchRunHistory } from './runHistory';
import { benchRunsCollection } from './runsCollection';
import { benchRunsList } from './runsList';

/* eslint-disable no-console -- the report of a command */

async function main() {
  console.log(
    `Node.js ${process.versions.node}, ${cpus().length} cores, ${Math.round(
      totalmem() / 2 ** 30,
    )} GiB of memory\n`,
  );
  console.log(await benchRendering());
  console.log(await benchCollection());
  console.log(await benchRunsCollection());
  console.log(benchRunHistory());
  console.log(await benchRunsList());
}

main().then(
  () => end(0),
  error => {
    console.error(error);
    return end(1);
  },
);

/** The database that was started for it ends with it. */
async function end(code: number): Promise<void> {
  await endChildren();
  process.exit(code);
}
