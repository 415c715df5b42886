// @ts-check
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../process/run.mjs';
import { cacheDirectory, root, yarnRelease } from '../paths.mjs';
import { giveUp, say } from '../progress.mjs';

/** Installs the npm packages of the lockfile, unless just these are installed. */
export async function ensureDependencies() {
  const marker = path.join(cacheDirectory, 'installed-lockfile');
  const wanted = await fingerprint();
  if (
    existsSync(path.join(root, 'node_modules')) &&
    (await readIfThere(marker)) === wanted
  ) {
    return;
  }
  say('Installing npm packages (1 to 3 minutes the first time)');
  const { code, output } = await run(
    process.execPath,
    [yarnRelease, 'install', '--immutable'],
    { cwd: root },
  );
  if (code !== 0) {
    giveUp(
      `The npm packages could not be installed. Check that the npm registry is reachable (npm ping) and try again.\n${output
        .split('\n')
        .slice(-20)
        .join('\n')}`,
    );
  }
  await mkdir(cacheDirectory, { recursive: true });
  await writeFile(marker, wanted);
  say('npm packages are installed');
}

async function fingerprint() {
  const hash = createHash('sha256');
  hash.update(await readFile(path.join(root, 'yarn.lock')));
  hash.update(await readFile(path.join(root, '.yarnrc.yml')));
  hash.update(process.versions.modules);
  return hash.digest('hex');
}

/** @param {string} file */
async function readIfThere(file) {
  return existsSync(file) ? readFile(file, 'utf8') : undefined;
}
