import { promises as fs } from 'node:fs';
import { ConflictError, isError } from '@backstage/errors';

/** Throws a ConflictError when the folder holds anything, or is no folder. */
export async function refuseNonEmptyFolder(folder: string): Promise<void> {
  try {
    const entries = await fs.readdir(folder);
    if (entries.length > 0) {
      throw new ConflictError(
        `--out: ${folder} is not empty; name a new folder, nothing is overwritten`,
      );
    }
  } catch (error) {
    if (isError(error) && error.code === 'ENOTDIR') {
      throw new ConflictError(`--out: ${folder} is a file; name a folder`);
    }
    if (!isError(error) || error.code !== 'ENOENT') {
      throw error;
    }
  }
}
