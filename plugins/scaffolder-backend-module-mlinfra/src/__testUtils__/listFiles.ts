import { promises as fs } from 'node:fs';
import path from 'node:path';

/** Everything below a folder, folders with a slash at the end, sorted. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .map(entry => {
      const relative = path.relative(
        folder,
        path.join(entry.parentPath, entry.name),
      );
      return entry.isDirectory() ? `${relative}/` : relative;
    })
    .sort();
}
