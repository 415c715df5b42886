import path from 'node:path';
import { isError } from '@backstage/errors';
import { readArguments } from './arguments';
import { dryRun } from './dryRun';

async function main() {
  const options = readArguments(process.argv.slice(2), {
    // npm changes to the project's folder and keeps the caller's here.
    invokedFrom: process.env.INIT_CWD ?? process.cwd(),
    templatesFolder: path.resolve(__dirname, '../../templates'),
  });
  process.stdout.write(`${await dryRun(options)}\n`);
}

main().then(
  // Timers of the backend's services would keep the process for a while.
  () => process.exit(0),
  error => {
    process.stderr.write(
      `Nothing was written. ${isError(error) ? error.message : error}\n`,
    );
    process.exit(1);
  },
);
