// @ts-check
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Every file below a folder with the hash of its content.
 *
 * @param {string} folder
 * @returns {Promise<Record<string, string>>}
 */
export async function filesWithHashes(folder) {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  /** @type {Record<string, string>} */
  const result = {};
  for (const entry of entries.filter(found => found.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    result[path.relative(folder, file)] = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  }
  return result;
}
