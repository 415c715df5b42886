import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { RepositoryFile } from './RepositoryFile';

// What working on the templates leaves behind.
const DROPPINGS = new Set([
  '.DS_Store',
  '.git',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.terraform',
  '.venv',
  '__pycache__',
  'node_modules',
]);
const DROPPING_FILES =
  /(\.pyc|\.tfplan|\.tfstate(\..*)?|_override\.tf|^override\.tf|^crash\.log)$/;

/**
 * Reads every file below a folder, sorted by path, without what working on the
 * templates leaves behind. Symbolic links are left out: they could point
 * anywhere.
 *
 * @returns paths relative to the folder; empty when there is no such folder
 */
export async function readFolder(
  folder: string,
  options: { skip?: (path: string) => boolean } = {},
): Promise<RepositoryFile[]> {
  const files: RepositoryFile[] = [];
  const visit = async (relative: string): Promise<void> => {
    const entries = await entriesOf(path.join(folder, relative));
    await Promise.all(
      entries.map(async entry => {
        const child = relative ? `${relative}/${entry.name}` : entry.name;
        if (DROPPINGS.has(entry.name) || options.skip?.(child)) {
          return;
        }
        if (entry.isDirectory()) {
          await visit(child);
        } else if (entry.isFile() && !DROPPING_FILES.test(entry.name)) {
          files.push(await readOne(folder, child));
        }
      }),
    );
  };
  await visit('');
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function entriesOf(folder: string) {
  try {
    return await fs.readdir(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}

async function readOne(folder: string, file: string): Promise<RepositoryFile> {
  const absolute = path.join(folder, file);
  const [content, stats] = await Promise.all([
    fs.readFile(absolute),
    fs.stat(absolute),
  ]);
  return {
    path: file,
    content,
    // eslint-disable-next-line no-bitwise -- a file mode is a set of bits
    executable: (stats.mode & 0o111) !== 0,
  };
}
