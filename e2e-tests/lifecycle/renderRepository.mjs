// @ts-check
import path from 'node:path';
import { root } from '../../tools/bootstrap/paths.mjs';
import { run } from '../../tools/bootstrap/process/run.mjs';

/**
 * Writes a repository as `npm run dry-run` does.
 *
 * @param {{ template: string, values: string, out: string }} options
 *   `values` is relative to the top folder
 */
export async function renderRepository({ template, values, out }) {
  const { code, output } = await run(
    process.execPath,
    [
      path.join(root, 'tools/bootstrap/run.mjs'),
      'dry-run',
      template,
      '--values',
      path.join(root, values),
      '--out',
      out,
    ],
    { cwd: root },
  );
  if (code !== 0) {
    throw new Error(`The dry run of ${template} failed:\n${output}`);
  }
}
