import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const ROOT = path.resolve(__dirname, '../..');

/**
 * Builds a stack of the repository's dev environment in the emulated AWS of the
 * running portal, with the command that the portal tells people to use. Returns
 * the outputs that terraform prints as plain text.
 */
export async function runTerraform(options: {
  repository: string;
  stack: string;
}): Promise<Record<string, string>> {
  const { stdout } = await execute(
    process.execPath,
    [
      path.join(ROOT, 'tools/bootstrap/run.mjs'),
      'emulated',
      'apply',
      options.repository,
      options.stack,
      'dev',
    ],
    { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 },
  );
  const outputs = Object.fromEntries(
    [...stdout.matchAll(/^\s*"?([a-z_]+)"? = "([^"]+)"$/gm)].map(
      ([, name, value]) => [name, value],
    ),
  );
  if (Object.keys(outputs).length === 0) {
    throw new Error(`terraform apply printed no outputs:\n${stdout}`);
  }
  return outputs;
}
