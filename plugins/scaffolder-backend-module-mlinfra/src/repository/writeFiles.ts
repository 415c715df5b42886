import { promises as fs } from 'node:fs';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, isError } from '@backstage/errors';
import type { RepositoryFile } from './RepositoryFile';

const PLAIN_MODE = 0o644;
const EXECUTABLE_MODE = 0o755;
const AT_ONCE = 32;

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
  // Every path is checked before the first file exists; a file's own name leads nowhere.
  const folders = new Map(
    [...new Set(files.map(file => path.dirname(file.path)))].map(each => [
      each,
      resolveSafeChildPath(folder, each),
    ]),
  );
  const created: string[] = [];
  try {
    for (const absolute of folders.values()) {
      const firstFolder = await fs.mkdir(absolute, { recursive: true });
      if (firstFolder) {
        created.push(firstFolder);
      }
    }
    for (let start = 0; start < files.length; start += AT_ONCE) {
      const written = await Promise.allSettled(
        files.slice(start, start + AT_ONCE).map(async file => {
          const absolute = path.join(
            folders.get(path.dirname(file.path))!,
            path.basename(file.path),
          );
          await writeNew(file, absolute);
          created.push(absolute);
        }),
      );
      for (const result of written) {
        if (result.status === 'rejected') {
          throw result.reason;
        }
      }
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
    const handle = await fs.open(absolute, 'wx');
    try {
      await handle.writeFile(file.content);
      // The mode of a new file is narrowed by the process's umask.
      await handle.chmod(file.executable ? EXECUTABLE_MODE : PLAIN_MODE);
    } catch (error) {
      await fs.rm(absolute, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (isError(error) && error.code === 'EEXIST') {
      throw new ConflictError(
        `${file.path} is already in the workspace; render into an empty folder`,
      );
    }
    throw error;
  }
}
