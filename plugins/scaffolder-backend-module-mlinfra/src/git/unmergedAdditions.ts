import fs from 'node:fs';
import git from 'isomorphic-git';

const ADDITION = /^add-/;

/** Branches of additions whose commits a branch does not have yet. */
export async function unmergedAdditions(
  dir: string,
  commit: string,
): Promise<string[]> {
  const branches = (await git.listBranches({ fs, dir })).filter(branch =>
    ADDITION.test(branch),
  );
  const merged = await Promise.all(
    branches.map(async branch => {
      const oid = await git.resolveRef({
        fs,
        dir,
        ref: `refs/heads/${branch}`,
      });
      return (
        oid === commit ||
        git
          .isDescendent({ fs, dir, oid: commit, ancestor: oid, depth: -1 })
          .catch(() => false)
      );
    }),
  );
  return branches.filter((_, index) => !merged[index]);
}
