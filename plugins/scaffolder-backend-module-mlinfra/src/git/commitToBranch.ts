import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ConflictError, isError } from '@backstage/errors';
import git, { type TreeEntry } from 'isomorphic-git';
import { defaultBranch } from '../addition/refuseUnsettled';
import { readFolder } from '../repository/readFolder';
import type { RepositoryFile } from '../repository/RepositoryFile';
import type { CommitAuthor } from './commitAuthor';
import { withRepositoryLock } from './repositoryLock';
import { unmergedAdditions } from './unmergedAdditions';

const FILE_MODE = '100644';
const EXECUTABLE_MODE = '100755';
const FOLDER_MODE = '040000';

/** Line of a commit's message by which a task finds its own commit again. */
const TASK_TRAILER = 'Scaffolder-Task:';

/**
 * Commits files to a new branch of a repository, on top of its default branch,
 * without its working tree, its index or what is checked out. Objects come
 * first and the branch last, by one atomic step: whoever stops in between
 * leaves nothing that anybody sees.
 *
 * @param baseCommit - what the files were made for; refused when the default branch has moved on
 * @param taskId - a commit that the same task made before is returned as it is
 * @throws ConflictError when the branch exists, or another addition waits to be merged
 */
export async function commitToBranch(options: {
  dir: string;
  branch: string;
  baseCommit: string;
  sourceFolder: string;
  commitMessage: string;
  author: CommitAuthor;
  taskId: string;
}): Promise<string> {
  const { dir, branch, baseCommit, author, taskId } = options;
  const done = await commitOfTask(dir, branch, taskId);
  if (done) {
    return done;
  }
  await refuseTakenBranch(dir, branch);
  const files = await readFolder(options.sourceFolder);
  const { commit } = await git.readCommit({ fs, dir, oid: baseCommit });
  const tree = await writeTree(dir, commit.tree, files);
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = { ...author, timestamp, timezoneOffset: 0 };
  const oid = await git.writeCommit({
    fs,
    dir,
    commit: {
      message: `${options.commitMessage}\n\n${TASK_TRAILER} ${taskId}\n`,
      tree,
      parent: [baseCommit],
      author: signature,
      committer: signature,
    },
  });
  await withRepositoryLock(dir, async () => {
    const head = await defaultBranch(dir);
    const current = await git.resolveRef({
      fs,
      dir,
      ref: `refs/heads/${head}`,
    });
    if (current !== baseCommit) {
      throw new ConflictError(
        `branch: ${head} of ${dir} has moved on while the addition was made (${current} instead of ${baseCommit}); run this again`,
      );
    }
    const [waiting] = await unmergedAdditions(dir, current);
    if (waiting && waiting !== branch) {
      throw new ConflictError(
        `branch: another addition waits on ${waiting} of ${dir}; merge it into ${head} (git merge ${waiting}) or delete it (git branch -D ${waiting}), then run this again`,
      );
    }
    await refuseTakenBranch(dir, branch);
    await createBranch(dir, branch, oid);
  });
  return oid;
}

/** Refuses a branch that exists. */
export async function refuseTakenBranch(
  dir: string,
  branch: string,
): Promise<void> {
  if ((await git.listBranches({ fs, dir })).includes(branch)) {
    throw taken(dir, branch);
  }
}

function taken(dir: string, branch: string): ConflictError {
  return new ConflictError(
    `branch: ${dir} has a branch ${branch} already; merge it (git merge ${branch}) or delete it (git branch -D ${branch}), then run this again`,
  );
}

// A link appears whole or not at all, and never over one that is there.
async function createBranch(
  dir: string,
  branch: string,
  oid: string,
): Promise<void> {
  const ref = path.join(dir, '.git', 'refs', 'heads', branch);
  const draft = path.join(dir, '.git', `mlinfra-branch-${randomUUID()}`);
  await fs.promises.mkdir(path.dirname(ref), { recursive: true });
  await fs.promises.writeFile(draft, `${oid}\n`);
  try {
    await fs.promises.link(draft, ref);
  } catch (error) {
    if (isError(error) && ['EEXIST', 'EISDIR'].includes(String(error.code))) {
      throw taken(dir, branch);
    }
    throw error;
  } finally {
    await fs.promises.rm(draft, { force: true });
  }
}

/** Writes a tree that is another with files put in or replaced; resolves to its id. */
async function writeTree(
  dir: string,
  base: string | undefined,
  files: RepositoryFile[],
): Promise<string> {
  const entries = new Map<string, TreeEntry>(
    base
      ? (await git.readTree({ fs, dir, oid: base })).tree.map(entry => [
          entry.path,
          entry,
        ])
      : [],
  );
  const below = new Map<string, RepositoryFile[]>();
  for (const file of files) {
    const [first, ...rest] = file.path.split('/');
    if (rest.length > 0) {
      below.set(first, [
        ...(below.get(first) ?? []),
        { ...file, path: rest.join('/') },
      ]);
    } else {
      entries.set(first, {
        mode: file.executable ? EXECUTABLE_MODE : FILE_MODE,
        path: first,
        oid: await git.writeBlob({ fs, dir, blob: file.content }),
        type: 'blob',
      });
    }
  }
  for (const [folder, inside] of below) {
    const present = entries.get(folder);
    entries.set(folder, {
      mode: FOLDER_MODE,
      path: folder,
      oid: await writeTree(
        dir,
        present?.type === 'tree' ? present.oid : undefined,
        inside,
      ),
      type: 'tree',
    });
  }
  return git.writeTree({ fs, dir, tree: [...entries.values()] });
}

async function commitOfTask(
  dir: string,
  branch: string,
  taskId: string,
): Promise<string | undefined> {
  const oid = await git
    .resolveRef({ fs, dir, ref: `refs/heads/${branch}` })
    .catch(() => undefined);
  if (!oid) {
    return undefined;
  }
  const { commit } = await git.readCommit({ fs, dir, oid });
  return commit.message.includes(`${TASK_TRAILER} ${taskId}\n`)
    ? oid
    : undefined;
}
