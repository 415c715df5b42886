import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isError } from '@backstage/errors';

const CATALOG_FILE = 'catalog-info.yaml';

/**
 * The catalog files of all repositories in a directory laid out as
 * `<directory>/<owner>/<repository>/catalog-info.yaml`, sorted. A directory
 * that does not exist yet holds none. Hidden folders are half-written
 * repositories and do not count.
 */
export async function findCatalogFiles(directory: string): Promise<string[]> {
  const found: string[] = [];
  for (const owner of await foldersOf(directory)) {
    for (const repository of await foldersOf(owner)) {
      const file = path.join(repository, CATALOG_FILE);
      if (await isFile(file)) {
        found.push(file);
      }
    }
  }
  return found.sort();
}

async function foldersOf(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return entries
      .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(entry => path.join(directory, entry.name));
  } catch (error) {
    if (isMissing(error)) {
      return [];
    }
    throw error;
  }
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch (error) {
    if (isMissing(error)) {
      return false;
    }
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (
    isError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  );
}
