// @ts-check
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../bootstrap/process/run.mjs';
import { cacheDirectory } from '../bootstrap/paths.mjs';

const REGISTRY = 'registry.terraform.io';

/**
 * Whether Terraform can be run here. Undefined when it cannot.
 *
 * @returns {Promise<string | undefined>} its version
 */
export async function terraformVersion() {
  const { code, output } = await run('terraform', ['version', '-json'], {
    env: { ...process.env, TF_CLI_CONFIG_FILE: '' },
  });
  return code === 0
    ? /"terraform_version":\s*"([^"]+)"/.exec(output)?.[1]
    : undefined;
}

/** @type {Promise<NodeJS.ProcessEnv> | undefined} */
let environment;

/**
 * Environment in which Terraform finds its provider: in a directory of this
 * machine that mirrors the registry where there is one, else in the registry,
 * and either way only once (the provider is 675 MB).
 */
export function terraformEnvironment() {
  environment ??= makeEnvironment();
  return environment;
}

async function makeEnvironment() {
  const pluginCache = path.join(cacheDirectory, 'terraform-plugins');
  await mkdir(pluginCache, { recursive: true });
  /** @type {NodeJS.ProcessEnv} */
  const result = {
    TF_PLUGIN_CACHE_DIR: pluginCache,
    TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: '1',
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
    // Reading the provider's schema makes much garbage: collected less often, a
    // plan takes a fifth less of the processor and hardly more memory.
    GOGC: process.env.GOGC ?? '400',
  };
  const mirror = await findMirror();
  if (mirror) {
    const directory = await mkdtemp(path.join(tmpdir(), 'mlinfra-terraform-'));
    const file = path.join(directory, 'mirror.tfrc');
    await writeFile(
      file,
      `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(
        mirror,
      )}\n  }\n}\n`,
    );
    result.TF_CLI_CONFIG_FILE = file;
  } else if (!existsSync(process.env.TF_CLI_CONFIG_FILE ?? '')) {
    // A configuration that is named but missing makes every command warn.
    result.TF_CLI_CONFIG_FILE = '';
  }
  return result;
}

/** The directory above `registry.terraform.io`, named or in a usual place. */
async function findMirror() {
  const named = process.env.MLINFRA_TF_MIRROR;
  if (named) {
    return named;
  }
  const places = ['/opt', '/usr/local/share', '/usr/share', homedir()];
  for (const place of places) {
    const candidates = [place, ...(await foldersOf(place))];
    const found = candidates.find(folder =>
      existsSync(path.join(folder, REGISTRY)),
    );
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** @param {string} directory */
async function foldersOf(directory) {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return entries
      .filter(entry => entry.isDirectory())
      .map(entry => path.join(directory, entry.name));
  } catch {
    return [];
  }
}
