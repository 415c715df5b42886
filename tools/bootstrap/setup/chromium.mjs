// @ts-check
import { existsSync } from 'node:fs';
import { run } from '../process/run.mjs';
import { installDebianPackages } from './debianPackages.mjs';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/**
 * The program of a Chromium browser: named by MLINFRA_CHROMIUM, installed in a
 * usual place, or Debian's package. Undefined where none can be had.
 *
 * @returns {Promise<string | undefined>}
 */
export async function ensureChromium() {
  const named = process.env.MLINFRA_CHROMIUM;
  if (named) {
    return named;
  }
  return (
    USUAL.find(file => existsSync(file)) ??
    ((await installDebianPackages(['chromium'])) &&
    (await run(USUAL[0], ['--version'])).code === 0
      ? USUAL[0]
      : undefined)
  );
}
