import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const EXECUTABLE = process.platform === 'win32' ? 'terraform.exe' : 'terraform';

/**
 * The Terraform executable: the configured one, else the first on the PATH,
 * else undefined.
 *
 * @throws InputError when the configured one cannot be run
 */
export async function findTerraform(
  config: Config,
  searchPath: string = process.env.PATH ?? '',
): Promise<string | undefined> {
  const configured = config.getOptionalString('mlinfra.terraform.binary');
  if (configured) {
    if (!(await isExecutable(configured))) {
      throw new InputError(
        `mlinfra.terraform.binary names ${configured}, which is not a program that can be run; correct the configuration`,
      );
    }
    return configured;
  }
  for (const folder of searchPath.split(path.delimiter).filter(Boolean)) {
    const candidate = path.join(folder, EXECUTABLE);
    if (await isExecutable(candidate)) {
      return candidate;
    }
  }
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await fs.access(file, constants.X_OK);
    return (await fs.stat(file)).isFile();
  } catch {
    return false;
  }
}
