// @ts-check
import { run } from '../process/run.mjs';
import { say } from '../progress.mjs';

let listsUpdated = false;

/**
 * Installs Debian packages where that is possible without asking anybody:
 * as root, with apt. Returns whether they are installed now.
 *
 * @param {string[]} packages
 */
export async function installDebianPackages(packages) {
  if (process.getuid?.() !== 0) {
    return false;
  }
  if (!listsUpdated) {
    const { code } = await run('apt-get', ['update', '-qq']);
    if (code !== 0) {
      return false;
    }
    listsUpdated = true;
  }
  say(`Installing ${packages.join(', ')} with apt-get`);
  const { code } = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
  );
  return code === 0;
}
