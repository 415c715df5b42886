// @ts-check
import { cp, mkdtemp, readdir, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startChild } from '../bootstrap/process/children.mjs';
import { root } from '../bootstrap/paths.mjs';
import { run } from '../bootstrap/process/run.mjs';
import { terraformEnvironment } from './terraformCli.mjs';

const STARTED_WITHIN_MS = 120_000;
const LOCKED = path.join(root, 'templates/terraform/bootstrap');

/**
 * @typedef {object} HeldProvider
 * @property {{ TF_REATTACH_PROVIDERS: string }} environment in which Terraform attaches to it
 * @property {() => void} end
 */

/**
 * The AWS provider of the templates' lock, started once and kept: Terraform
 * starts it anew for every walk of every command otherwise, and reads for
 * seconds what it already knew. It is the same program, attached as Terraform
 * attaches a provider that is being debugged. A process holds one configuration
 * at a time, so commands that run at once need one each unless they only read
 * schemas.
 *
 * It lives until `end` or `endChildren`.
 *
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.aws] endpoint and key pair; nobody's when left out
 * @param {string} [options.root] from where it reads files: folder of the Terraform root, or one as deep
 * @returns {Promise<HeldProvider>}
 */
export async function holdProvider({ aws = {}, root: cwd } = {}) {
  const file = await (located ??= locateProvider());
  // A profile or an endpoint of the person who runs this would reach something.
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('AWS_'),
  );
  const child = startChild(file, ['-debug'], {
    cwd,
    env: { GOGC: '400', ...Object.fromEntries(own), ...aws, TF_LOG: 'OFF' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return {
    environment: { TF_REATTACH_PROVIDERS: await attachment(child) },
    end: () => child.kill(),
  };
}

/** @type {Promise<string> | undefined} */
let located;

/** Terraform itself fetches it and holds it against the lock's checksums. */
async function locateProvider() {
  const folder = await mkdtemp(path.join(tmpdir(), 'mlinfra-provider-'));
  try {
    for (const name of ['versions.tf', '.terraform.lock.hcl']) {
      await cp(path.join(LOCKED, name), path.join(folder, name));
    }
    const { code, output } = await run(
      'terraform',
      [`-chdir=${folder}`, 'init', '-backend=false', '-no-color'],
      {
        env: {
          ...process.env,
          ...(await terraformEnvironment()),
          TF_DATA_DIR: path.join(folder, 'data'),
        },
      },
    );
    const found = await programIn(path.join(folder, 'data/providers'));
    if (code !== 0 || !found) {
      throw new Error(`terraform init fetched no provider:\n${output}`);
    }
    return found;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder @returns {Promise<string | undefined>} */
async function programIn(folder) {
  // What a mirror or a cache holds is linked to, and a link is no folder.
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    const place = await realpath(path.join(folder, entry.name));
    if (entry.name.startsWith('terraform-provider-aws_')) {
      return place;
    }
    if ((await stat(place)).isDirectory()) {
      const found = await programIn(place);
      if (found) {
        return found;
      }
    }
  }
  return undefined;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>} value of TF_REATTACH_PROVIDERS
 */
function attachment(child) {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(
      () => reject(new Error(`the provider did not start:\n${printed}`)),
      STARTED_WITHIN_MS,
    );
    child.stdout?.setEncoding('utf8').on('data', text => {
      printed += text;
      const found = /TF_REATTACH_PROVIDERS='([^']+)'/.exec(printed);
      if (found) {
        clearTimeout(timer);
        resolve(found[1]);
      }
    });
    child.on('exit', code => {
      clearTimeout(timer);
      reject(new Error(`the provider ended with code ${code}:\n${printed}`));
    });
  });
}
