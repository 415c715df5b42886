import fs from 'node:fs';
import path from 'node:path';
import { isError } from '@backstage/errors';
import git from 'isomorphic-git';
import type { RepositoryFile } from '../repository/RepositoryFile';
import { refuseAddition } from './refuseAddition';
import { refuseUnsettled } from './refuseUnsettled';
import type { ExistingRepository } from './ExistingRepository';

/**
 * Opens a repository on this portal's disk, as the head of its default branch
 * has it; the working tree is looked at, never changed.
 *
 * @throws InputError when something in it is not committed, or not where the default branch is
 */
export async function openLocalRepository(
  dir: string,
): Promise<ExistingRepository> {
  if (!fs.existsSync(path.join(dir, '.git'))) {
    refuseAddition(
      `${dir} is no git repository; publish it as one, or choose another`,
    );
  }
  const cache = {};
  const { commit } = await refuseUnsettled(dir, cache);
  const tree = { fs, dir, oid: commit, cache };
  return {
    host: 'local',
    owner: path.basename(path.dirname(dir)),
    name: path.basename(dir),
    repoUrl: '',
    commit,
    async read(filepath) {
      try {
        return Buffer.from((await git.readBlob({ ...tree, filepath })).blob);
      } catch (error) {
        if (
          isError(error) &&
          (error.code === 'NotFoundError' || error.code === 'ObjectTypeError')
        ) {
          return undefined;
        }
        throw error;
      }
    },
    async files() {
      const found: Array<RepositoryFile | undefined> = await git.walk({
        fs,
        dir,
        cache,
        trees: [git.TREE({ ref: commit })],
        map: async (filepath, [entry]) => {
          const content =
            (await entry?.type()) === 'blob'
              ? await entry?.content()
              : undefined;
          return content && isPlainFile(await entry!.mode())
            ? {
                path: filepath,
                content: Buffer.from(content),
                executable: (await entry!.mode()) === 0o100755,
              }
            : undefined;
        },
        reduce: async (parent, children) =>
          [parent, ...children].flat().filter(Boolean),
      });
      return found.filter(file => file !== undefined);
    },
  };
}

// A symbolic link could point anywhere.
function isPlainFile(mode: number): boolean {
  return mode === 0o100644 || mode === 0o100755;
}
