import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, isError } from '@backstage/errors';
import git from 'isomorphic-git';
import type { CommitAuthor } from './commitAuthor';
import type { RepositoryLocation } from './repositoryLocation';

const TASK_FILE = 'mlinfra-task';

/** A repository as it lies on disk. */
export interface LocalRepository {
  folder: string;
  commitHash: string;
}

/** Folder that a repository has, or would have. */
export function localRepositoryFolder(
  directory: string,
  location: RepositoryLocation,
): string {
  return resolveSafeChildPath(
    directory,
    path.join(location.owner, location.name),
  );
}

/**
 * Makes a git repository of a folder's content. It is built in a hidden folder
 * beside the others and moved to its place when it is complete: no one ever
 * sees half of it, and of two at once one wins.
 *
 * @param taskId - a repository that the same task made before is returned as it is, so that a task can be resumed
 * @throws ConflictError when there is a repository already
 */
export async function createLocalRepository(options: {
  directory: string;
  location: RepositoryLocation;
  sourceFolder: string;
  defaultBranch: string;
  commitMessage: string;
  author: CommitAuthor;
  taskId: string;
}): Promise<LocalRepository> {
  const { directory, location, taskId } = options;
  const folder = localRepositoryFolder(directory, location);
  const existing = await repositoryOfTask(folder, taskId);
  if (existing) {
    return existing;
  }
  refuseExistingRepository(directory, location);

  await fs.promises.mkdir(directory, { recursive: true });
  const staging = path.join(directory, `.publishing-${randomUUID()}`);
  const ownerFolder = path.dirname(folder);
  const madeOwnerFolder = await fs.promises.mkdir(ownerFolder, {
    recursive: true,
  });
  try {
    const commitHash = await buildRepository(staging, options);
    await moveIntoPlace(staging, folder, location);
    return { folder, commitHash };
  } catch (error) {
    await fs.promises.rm(staging, { recursive: true, force: true });
    if (madeOwnerFolder) {
      // Fails, as it should, when another repository has come into it.
      await fs.promises.rmdir(ownerFolder).catch(() => undefined);
    }
    throw error;
  }
}

async function buildRepository(
  dir: string,
  options: {
    sourceFolder: string;
    defaultBranch: string;
    commitMessage: string;
    author: CommitAuthor;
    taskId: string;
  },
): Promise<string> {
  await fs.promises.cp(options.sourceFolder, dir, {
    recursive: true,
    filter: source => path.basename(source) !== '.git',
  });
  await git.init({ fs, dir, defaultBranch: options.defaultBranch });
  await git.add({ fs, dir, filepath: '.' });
  const commitHash = await git.commit({
    fs,
    dir,
    message: options.commitMessage,
    author: options.author,
    committer: options.author,
  });
  await fs.promises.writeFile(
    path.join(dir, '.git', TASK_FILE),
    options.taskId,
  );
  return commitHash;
}

async function moveIntoPlace(
  staging: string,
  folder: string,
  location: RepositoryLocation,
): Promise<void> {
  try {
    await fs.promises.rename(staging, folder);
  } catch (error) {
    const taken =
      isError(error) &&
      ['ENOTEMPTY', 'EEXIST', 'EPERM', 'ENOTDIR'].includes(String(error.code));
    refuseExisting(folder, location, taken && fs.existsSync(folder));
    throw error;
  }
}

/**
 * Refuses a place that is taken, as making the repository would.
 *
 * @throws ConflictError when there is a repository already
 */
export function refuseExistingRepository(
  directory: string,
  location: RepositoryLocation,
): void {
  const folder = localRepositoryFolder(directory, location);
  refuseExisting(folder, location, fs.existsSync(folder));
}

function refuseExisting(
  folder: string,
  location: RepositoryLocation,
  exists: boolean,
): void {
  if (exists) {
    throw new ConflictError(
      `name: the repository ${location.owner}/${location.name} already exists (${folder}); choose another name, or take that one away first`,
    );
  }
}

async function repositoryOfTask(
  dir: string,
  taskId: string,
): Promise<LocalRepository | undefined> {
  const madeBy = await fs.promises
    .readFile(path.join(dir, '.git', TASK_FILE), 'utf8')
    .catch(() => undefined);
  if (madeBy !== taskId) {
    return undefined;
  }
  return {
    folder: dir,
    commitHash: await git.resolveRef({ fs, dir, ref: 'HEAD' }),
  };
}
