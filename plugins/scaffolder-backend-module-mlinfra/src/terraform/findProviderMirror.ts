import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Config } from '@backstage/config';

const REGISTRY = 'registry.terraform.io';

/** A filesystem mirror of Terraform providers. */
export interface ProviderMirror {
  folder: string;
  /** Source addresses of the providers it holds, sorted. */
  providers: string[];
}

/**
 * A folder on this machine that holds providers, laid out as a Terraform
 * filesystem mirror: configured, in `MLINFRA_TF_MIRROR`, or in a usual place or
 * one of its folders. Undefined where there is none.
 */
export async function findProviderMirror(
  config: Config,
  options: {
    environment?: NodeJS.ProcessEnv;
    usualPlaces?: string[];
  } = {},
): Promise<ProviderMirror | undefined> {
  const { environment = process.env, usualPlaces = defaultPlaces() } = options;
  const chosen =
    config.getOptionalString('mlinfra.terraform.mirror') ??
    environment.MLINFRA_TF_MIRROR;
  if (chosen) {
    return mirrorAt(chosen);
  }
  for (const place of usualPlaces) {
    for (const folder of [place, ...(await foldersOf(place))]) {
      if (await isFolder(path.join(folder, REGISTRY))) {
        return mirrorAt(folder);
      }
    }
  }
  return undefined;
}

async function mirrorAt(folder: string): Promise<ProviderMirror> {
  const namespaces = await foldersOf(path.join(folder, REGISTRY));
  const providers = await Promise.all(namespaces.map(foldersOf));
  return {
    folder,
    providers: providers
      .flat()
      .map(provider =>
        path.relative(folder, provider).split(path.sep).join('/'),
      ),
  };
}

function defaultPlaces(): string[] {
  return ['/opt', '/usr/local/share', '/usr/share', os.homedir()];
}

async function foldersOf(folder: string): Promise<string[]> {
  const entries = await fs
    .readdir(folder, { withFileTypes: true })
    .catch(() => []);
  return entries
    .filter(entry => entry.isDirectory())
    .map(entry => path.join(folder, entry.name))
    .sort();
}

async function isFolder(folder: string): Promise<boolean> {
  const stats = await fs.stat(folder).catch(() => undefined);
  return stats?.isDirectory() ?? false;
}
