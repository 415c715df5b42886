import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const ROOT = path.resolve(__dirname, '../..');

/**
 * Builds the repository's dev environment in the emulated AWS of the running
 * portal, with the command that the portal tells people to use.
 */
export async function runTerraform(options: {
  repository: string;
}): Promise<{ endpoint: string }> {
  const { stdout } = await execute(
    process.execPath,
    [
      path.join(ROOT, 'tools/bootstrap/run.mjs'),
      'emulated',
      'apply',
      options.repository,
      'inference-api',
      'dev',
    ],
    { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 },
  );
  const endpoint = /api_endpoint = "([^"]+)"/.exec(stdout)?.[1];
  if (!endpoint) {
    throw new Error(`terraform apply printed no api_endpoint:\n${stdout}`);
  }
  return { endpoint };
}
