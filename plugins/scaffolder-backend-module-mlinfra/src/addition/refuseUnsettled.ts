import fs from 'node:fs';
import path from 'node:path';
import git from 'isomorphic-git';
import { refuseAddition } from './refuseAddition';

const MAX_NAMED = 5;
const FALLBACK_BRANCH = 'main';

/**
 * Refuses a repository whose content is not settled: something uncommitted,
 * another branch checked out, a merge under way, or a history that has parted
 * from the one it is fetched from.
 *
 * @returns default branch and its commit
 */
export async function refuseUnsettled(
  dir: string,
  cache: object,
): Promise<{ branch: string; commit: string }> {
  const branch = await defaultBranch(dir);
  const current = await git.currentBranch({ fs, dir });
  if (current !== branch) {
    refuseAddition(
      `${dir} has ${
        current ? `the branch ${current}` : 'no branch'
      } checked out, and stacks are added to ${branch}; run git switch ${branch} there`,
    );
  }
  const underWay = ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'rebase-merge'].find(
    file => fs.existsSync(path.join(dir, '.git', file)),
  );
  if (underWay) {
    refuseAddition(
      `in ${dir} a merge or rebase is under way (${underWay}); finish it or give it up (git status says how)`,
    );
  }
  const commit = await git
    .resolveRef({ fs, dir, ref: `refs/heads/${branch}` })
    .catch(() =>
      refuseAddition(
        `${dir} has no commit on ${branch}; commit what it holds first`,
      ),
    );
  await refuseUncommitted(dir, cache);
  await refuseDiverged(dir, branch, commit);
  return { branch, commit };
}

/** The branch that a clone of the repository would have. */
export async function defaultBranch(dir: string): Promise<string> {
  const remote = await git
    .resolveRef({ fs, dir, ref: 'refs/remotes/origin/HEAD', depth: 2 })
    .catch(() => undefined);
  const ofRemote = /^(?:ref: )?refs\/remotes\/origin\/(.+)$/.exec(remote ?? '');
  if (ofRemote) {
    return ofRemote[1];
  }
  const branches = await git.listBranches({ fs, dir });
  return branches.length === 1 ? branches[0] : FALLBACK_BRANCH;
}

async function refuseUncommitted(dir: string, cache: object): Promise<void> {
  const changed = (await git.statusMatrix({ fs, dir, cache }))
    .filter(([, head, workdir, stage]) => !(head === workdir && head === stage))
    .map(([file]) => file);
  if (changed.length > 0) {
    const rest = changed.length - MAX_NAMED;
    refuseAddition(
      `${dir} holds what is not committed: ${changed
        .slice(0, MAX_NAMED)
        .join(', ')}${
        rest > 0 ? ` and ${rest} more` : ''
      }; commit or discard it (git status), so that the branch that is made has everything`,
    );
  }
}

async function refuseDiverged(
  dir: string,
  branch: string,
  commit: string,
): Promise<void> {
  const remote = await git
    .resolveRef({ fs, dir, ref: `refs/remotes/origin/${branch}` })
    .catch(() => undefined);
  if (!remote || remote === commit) {
    return;
  }
  // A commit that was never fetched whole cannot be an ancestor.
  const isAhead = await git
    .isDescendent({ fs, dir, oid: commit, ancestor: remote, depth: -1 })
    .catch(() => false);
  if (!isAhead) {
    refuseAddition(
      `${branch} of ${dir} does not hold what origin/${branch} holds; bring the two together first (git pull, or git rebase origin/${branch})`,
    );
  }
}
