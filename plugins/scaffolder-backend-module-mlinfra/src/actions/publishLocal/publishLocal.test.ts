import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import git from 'isomorphic-git';
import { exampleInputs } from '../../__testUtils__/exampleSteps';
import { listFiles } from '../../__testUtils__/listFiles';
import { createPublishLocalAction } from './publishLocal';
import { examples } from './publishLocal.examples';

const input = { owner: 'audio', name: 'bird-calls' };

describe('mlinfra:publish:local', () => {
  const workspace = createMockDirectory();
  const repositories = createMockDirectory();
  let tasks = 0;

  beforeEach(() => {
    workspace.setContent({
      'README.md': '# Birds',
      '.gitignore': '.terraform/\n',
      'scripts/deploy.sh': '#!/bin/sh\n',
      'repository/README.md': '# Inner',
    });
    fs.chmodSync(workspace.resolve('scripts/deploy.sh'), 0o755);
    repositories.clear();
  });

  async function publish(
    changes: JsonObject = input,
    options: { isDryRun?: boolean; taskId?: string; directory?: string } = {},
  ) {
    tasks += 1;
    const action = createPublishLocalAction({
      catalog: catalogServiceMock(),
      config: new ConfigReader({
        mlinfra: {
          repositories:
            options.directory === ''
              ? {}
              : { directory: options.directory ?? repositories.path },
        },
      }),
    });
    const context = createMockActionContext({
      input: changes,
      workspacePath: workspace.path,
      task: { id: options.taskId ?? `task-${tasks}` },
      user: {
        ref: 'user:default/ann',
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'User',
          metadata: { name: 'ann' },
          spec: {
            memberOf: [],
            profile: { displayName: 'Ann', email: 'ann@example.com' },
          },
        },
      },
    });
    await action.handler({
      ...context,
      isDryRun: options.isDryRun,
    } as never);
    return Object.fromEntries((context.output as jest.Mock).mock.calls) as {
      remoteUrl: string;
      repoContentsUrl: string;
      commitHash: string;
      path: string;
    };
  }

  it.each(exampleInputs(examples))('runs its example: %s', async (_, given) => {
    const output = await publish(given);
    expect(output.path).toBe(repositories.resolve('audio/bird-calls'));
    expect(output.commitHash).toMatch(/^[0-9a-f]{40}$/);
  });

  it('gives the outputs of publish:github', async () => {
    const output = await publish();
    const url = pathToFileURL(
      repositories.resolve('audio/bird-calls'),
    ).toString();
    expect(output).toEqual({
      remoteUrl: url,
      repoContentsUrl: url,
      commitHash: expect.stringMatching(/^[0-9a-f]{40}$/),
      path: repositories.resolve('audio/bird-calls'),
    });
  });

  it('commits every file with its mode, by the person who ran the task', async () => {
    const { path: dir, commitHash } = await publish({
      ...input,
      gitCommitMessage: 'Start',
    });
    expect(await git.currentBranch({ fs, dir })).toBe('main');
    const [{ oid, commit }] = await git.log({ fs, dir });
    expect(oid).toBe(commitHash);
    expect(commit).toMatchObject({
      message: 'Start\n',
      author: { name: 'Ann', email: 'ann@example.com' },
    });
    expect((await git.listFiles({ fs, dir })).sort()).toEqual([
      '.gitignore',
      'README.md',
      'repository/README.md',
      'scripts/deploy.sh',
    ]);
    const modes = await git.walk({
      fs,
      dir,
      trees: [git.TREE({ ref: 'HEAD' })],
      map: async (file, [entry]) =>
        (await entry?.type()) === 'blob'
          ? [file, (await entry!.mode()).toString(8)]
          : undefined,
    });
    expect(modes.flat(9)).toEqual(
      expect.arrayContaining(['scripts/deploy.sh', '100755']),
    );
    expect(
      (await git.statusMatrix({ fs, dir })).filter(
        ([, head, work, stage]) => head !== 1 || work !== 1 || stage !== 1,
      ),
    ).toEqual([]);
  });

  it('refuses a repository that exists and leaves it alone', async () => {
    await publish();
    const before = await listFiles(repositories.path);
    workspace.setContent({ 'other.txt': 'x' });

    await expect(publish()).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        'name: the repository audio/bird-calls already exists',
      ),
    });

    expect(await listFiles(repositories.path)).toEqual(before);
  });

  it('returns what the same task made before, so that a task can be resumed', async () => {
    const first = await publish(input, { taskId: 'resumed' });
    await expect(publish(input, { taskId: 'resumed' })).resolves.toEqual(first);
  });

  it('lets one of two at once win, and leaves nothing of the other', async () => {
    const results = await Promise.allSettled([publish(), publish(), publish()]);
    const lost = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(lost.map(error => error.name)).toEqual([
      'ConflictError',
      'ConflictError',
    ]);
    expect(fs.readdirSync(repositories.path)).toEqual(['audio']);
    expect(fs.readdirSync(repositories.resolve('audio'))).toEqual([
      'bird-calls',
    ]);
  });

  it('leaves nothing half-made when it fails, and works afterwards', async () => {
    const commit = jest
      .spyOn(git, 'commit')
      .mockRejectedValueOnce(new Error('disk full'));
    await expect(publish()).rejects.toThrow('disk full');
    commit.mockRestore();
    expect(fs.readdirSync(repositories.path)).toEqual([]);

    await expect(publish()).resolves.toMatchObject({
      path: repositories.resolve('audio/bird-calls'),
    });
  });

  it('makes nothing in a dry run and says where it would be', async () => {
    const output = await publish(input, { isDryRun: true });
    expect(output.path).toBe(repositories.resolve('audio/bird-calls'));
    expect(fs.readdirSync(repositories.path)).toEqual([]);
  });

  it('refuses in a dry run what it would refuse in earnest', async () => {
    await publish();
    const inEarnest = await publish().catch(error => error);
    const dry = await publish(input, { isDryRun: true }).catch(error => error);
    expect(dry).toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        'name: the repository audio/bird-calls already exists',
      ),
    });
    expect(dry.message).toBe(inEarnest.message);
  });

  it.each([
    [{ owner: '../x', name: 'y' }, 'owner: '],
    [{ owner: 'x', name: '..' }, 'name: '],
    [{ owner: 'x', name: '.git' }, 'name: '],
    [{ owner: 'x', name: 'a/b' }, 'name: '],
    [{ repoUrl: 'local?owner=x' }, 'name: '],
  ])('refuses %j', async (given, message) => {
    await expect(publish(given)).rejects.toThrow(message);
    expect(fs.readdirSync(repositories.path)).toEqual([]);
  });

  it('says what to configure where there is no place for repositories', async () => {
    await expect(publish(input, { directory: '' })).rejects.toThrow(
      'choose a git host, or have mlinfra.repositories.directory configured',
    );
  });
});
