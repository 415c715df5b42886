import { createMockDirectory } from '@backstage/backend-test-utils';
import fs from 'node:fs';
import path from 'node:path';
import git from 'isomorphic-git';
import { listFiles } from '../__testUtils__/listFiles';
import { commitToBranch } from './commitToBranch';

const author = { name: 'Ann', email: 'ann@example.com' };

describe('commitToBranch', () => {
  const repository = createMockDirectory();
  const changes = createMockDirectory();
  const dir = repository.path;
  let baseCommit: string;

  beforeEach(async () => {
    repository.setContent({
      'README.md': '# Birds',
      'terraform/stacks/one/main.tf': '# one',
      'terraform/modules/naming/main.tf': '# naming',
    });
    changes.setContent({
      'README.md': '# Birds and bats',
      'terraform/stacks/two/main.tf': '# two',
      'scripts/two.sh': '#!/bin/sh\n',
    });
    fs.chmodSync(changes.resolve('scripts/two.sh'), 0o755);
    await git.init({ fs, dir, defaultBranch: 'main' });
    await git.add({ fs, dir, filepath: '.' });
    baseCommit = await git.commit({ fs, dir, message: 'first', author });
  });

  const add = (options: { branch?: string; taskId?: string } = {}) =>
    commitToBranch({
      dir,
      branch: 'add-two',
      baseCommit,
      sourceFolder: changes.path,
      commitMessage: 'Add two',
      author,
      taskId: 'task-1',
      ...options,
    });

  const contentOf = async (oid: string, filepath: string) =>
    Buffer.from(
      (await git.readBlob({ fs, dir, oid, filepath })).blob,
    ).toString();

  const looksUntouched = async () => ({
    head: await git.resolveRef({ fs, dir, ref: 'HEAD' }),
    branch: await git.currentBranch({ fs, dir }),
    status: (await git.statusMatrix({ fs, dir })).map(row => row.join()),
    readme: fs.readFileSync(repository.resolve('README.md'), 'utf8'),
    files: (await listFiles(dir)).filter(file => !file.startsWith('.git')),
  });

  it('commits beside what is there, and leaves working tree and HEAD alone', async () => {
    const before = await looksUntouched();
    const oid = await add();
    expect(await looksUntouched()).toEqual(before);

    expect(await git.resolveRef({ fs, dir, ref: 'add-two' })).toBe(oid);
    const { commit } = await git.readCommit({ fs, dir, oid });
    expect(commit).toMatchObject({
      parent: [baseCommit],
      message: 'Add two\n\nScaffolder-Task: task-1\n',
      author,
    });
    expect(await git.listFiles({ fs, dir, ref: 'add-two' })).toEqual([
      'README.md',
      'scripts/two.sh',
      'terraform/modules/naming/main.tf',
      'terraform/stacks/one/main.tf',
      'terraform/stacks/two/main.tf',
    ]);
    expect(await contentOf(oid, 'README.md')).toBe('# Birds and bats');
    expect(await contentOf(oid, 'terraform/stacks/one/main.tf')).toBe('# one');
    const { tree } = await git.readTree({
      fs,
      dir,
      oid,
      filepath: 'scripts',
    });
    expect(tree).toEqual([expect.objectContaining({ mode: '100755' })]);
  });

  it('gives a task that is run again its own commit', async () => {
    const oid = await add();
    expect(await add()).toBe(oid);
  });

  it('refuses a branch that exists', async () => {
    await add();
    await expect(add({ taskId: 'task-2' })).rejects.toThrow(
      /^branch: .* has a branch add-two already; merge it \(git merge add-two\)/,
    );
  });

  it('refuses another addition before the first is merged', async () => {
    const first = await add();
    const other = { branch: 'add-three', taskId: 'task-2' };
    await expect(add(other)).rejects.toThrow(
      'another addition waits on add-two',
    );
    await git.writeRef({
      fs,
      dir,
      ref: 'refs/heads/main',
      value: first,
      force: true,
    });
    await expect(add(other)).rejects.toThrow(
      `main of ${dir} has moved on while the addition was made`,
    );
    await expect(
      commitToBranch({
        dir,
        branch: 'add-three',
        baseCommit: first,
        sourceFolder: changes.path,
        commitMessage: 'Add three',
        author,
        taskId: 'task-3',
      }),
    ).resolves.toMatch(/^[0-9a-f]{40}$/);
  });

  it.each([
    ['the same branch', ['add-two', 'add-two']],
    ['different branches', ['add-two', 'add-three']],
  ])('lets one of two at once win on %s', async (_, branches) => {
    const ends = await Promise.allSettled(
      branches.map((branch, index) => add({ branch, taskId: `task-${index}` })),
    );
    expect(ends.map(end => end.status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(ends.find(end => end.status === 'rejected')).toMatchObject({
      reason: { name: 'ConflictError' },
    });
    const heads = await git.listBranches({ fs, dir });
    expect(heads).toHaveLength(2);
  });

  it('leaves no branch and no lock when it is stopped before the end', async () => {
    // A file where git keeps branches: the last step cannot succeed.
    await expect(
      commitToBranch({
        dir,
        branch: 'main/add',
        baseCommit,
        sourceFolder: changes.path,
        commitMessage: 'Add',
        author,
        taskId: 'task-1',
      }),
    ).rejects.toThrow();
    expect(await git.listBranches({ fs, dir })).toEqual(['main']);
    expect(
      fs.readdirSync(path.join(dir, '.git')).filter(f => /mlinfra/.test(f)),
    ).toEqual([]);
  });

  it('takes the lock of a task that was stopped', async () => {
    const lock = path.join(dir, '.git', 'mlinfra-addition.lock');
    fs.writeFileSync(lock, '1');
    await expect(add()).rejects.toThrow('another task is adding');
    const old = new Date(Date.now() - 120_000);
    fs.utimesSync(lock, old, old);
    await expect(add()).resolves.toMatch(/^[0-9a-f]{40}$/);
    expect(fs.existsSync(lock)).toBe(false);
  });
});
