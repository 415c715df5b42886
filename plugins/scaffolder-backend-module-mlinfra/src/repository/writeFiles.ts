import { promises as fs } from 'node:fs';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, isError } from '@backstage/errors';
import type { RepositoryFile } from './RepositoryFile';

const PLAIN_MODE = 0o644;
const EXECUTABLE_MODE = 0o755;

/**
 * Writes files below a folder, all or none: when one cannot be written, those
 * before it and the folders made for them are taken away again.
 *
 * @throws ConflictError when one of the files is there already
 */
export async function writeFiles(
  folder: string,
  files: RepositoryFile[],
): Promise<void> {
  // Every path is checked before the first file exists.
  const targets = files.map(file => ({
    file,
    absolute: resolveSafeChildPath(folder, file.path),
  }));
  const created: string[] = [];
  try {
    for (const { file, absolute } of targets) {
      const firstFolder = await fs.mkdir(path.dirname(absolute), {
        recursive: true,
      });
      if (firstFolder) {
        created.push(firstFolder);
      }
      await writeNew(file, absolute);
      created.push(absolute);
    }
  } catch (error) {
    for (const entry of created.reverse()) {
      await fs.rm(entry, { recursive: true, force: true });
    }
    throw error;
  }
}

async function writeNew(file: RepositoryFile, absolute: string): Promise<void> {
  try {
    await fs.writeFile(absolute, file.content, { flag: 'wx' });
    // The mode of writeFile is narrowed by the process's umask.
    await fs.chmod(absolute, file.executable ? EXECUTABLE_MODE : PLAIN_MODE);
  } catch (error) {
    if (isError(error) && error.code === 'EEXIST') {
      throw new ConflictError(
        `${file.path} is already in the workspace; render into an empty folder`,
      );
    }
    throw error;
  }
}
