import { createMockDirectory } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import fs from 'node:fs';
import git from 'isomorphic-git';
import { listFiles } from '../../__testUtils__/listFiles';
import { renderInto } from '../../__testUtils__/renderInto';
import { repositoryInput } from '../../__testUtils__/repositoryInput';

const author = { name: 'Ann', email: 'ann@example.com' };
const PLACE = 'audio/bird-calls';
/** A whole repository is hashed; a busy machine takes its time. */
const PATIENCE_MS = 60_000;
jest.setTimeout(PATIENCE_MS);

describe('mlinfra:repository:render with addTo', () => {
  const workspace = createMockDirectory();
  const pristine = createMockDirectory();
  const repositories = createMockDirectory();
  const dir = () => repositories.resolve(PLACE);

  beforeAll(async () => {
    await renderInto(pristine.path, repositoryInput());
    await git.init({ fs, dir: pristine.path, defaultBranch: 'main' });
    await git.add({ fs, dir: pristine.path, filepath: '.' });
    await git.commit({ fs, dir: pristine.path, message: 'first', author });
  }, PATIENCE_MS);

  beforeEach(() => {
    workspace.clear();
    repositories.clear();
    fs.cpSync(pristine.path, dir(), { recursive: true });
  }, PATIENCE_MS);

  const component = (changes: JsonObject = {}): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'bird-calls',
      namespace: 'default',
      annotations: {
        'mlinfra.io/stacks': 'inference-api',
        'backstage.io/managed-by-location': `file:${dir()}/catalog-info.yaml`,
        ...(changes.annotations as Record<string, string>),
      },
    },
    spec: { type: 'service', owner: 'group:default/audio', ...changes },
  });

  const add = (
    input: JsonObject = {},
    options: { entities?: Entity[]; user?: { ref: string } } = {},
  ) =>
    renderInto(
      workspace.path,
      {
        addTo: 'component:default/bird-calls',
        stacks: { predictor: {} },
        targetPath: './changes',
        wholePath: './repository',
        ...input,
      },
      {
        repositories: repositories.path,
        entities: options.entities ?? [component()],
        user: options.user,
      },
    );

  const snapshot = async () => ({
    files: await listFiles(dir()),
    head: await git.resolveRef({ fs, dir: dir(), ref: 'HEAD' }),
    branches: await git.listBranches({ fs, dir: dir() }),
  });

  it('writes what changes, and the whole repository to be checked', async () => {
    const before = await snapshot();
    const output = await add();
    expect(output).toMatchObject({
      entityRef: 'component:default/bird-calls',
      stacks: ['predictor'],
      firstRoot: 'predictor',
      branch: 'add-predictor',
      host: 'local',
      repositoryOwner: 'audio',
      repositoryName: 'bird-calls',
      baseCommit: before.head,
      environments: ['dev', 'prod'],
    });
    expect(await snapshot()).toEqual(before);

    const changed = await listFiles(workspace.resolve('changes'));
    expect(changed).toEqual(
      expect.arrayContaining([
        'README.md',
        'catalog-info.yaml',
        'mlinfra.json',
        'services/predictor/Dockerfile',
        'terraform/environments/prod/predictor.tfvars.json',
        'terraform/stacks/predictor/main.tf'.replace('main', 'service'),
      ]),
    );
    expect(changed).not.toContain('services/inference-api/Dockerfile');
    const whole = await listFiles(workspace.resolve('repository'));
    expect(whole).toEqual(
      expect.arrayContaining([
        ...changed,
        'services/inference-api/Dockerfile',
        'terraform/stacks/inference-api/api.tf',
      ]),
    );
    expect(
      fs.readFileSync(workspace.resolve('changes/catalog-info.yaml'), 'utf8'),
    ).toContain('mlinfra.io/stacks: inference-api,predictor');
  });

  const write = (file: string, text: string) =>
    fs.writeFileSync(`${dir()}/${file}`, text);
  const commitAll = async () => {
    await git.add({ fs, dir: dir(), filepath: '.' });
    return git.commit({ fs, dir: dir(), message: 'more', author });
  };

  it.each<[string, () => Promise<void>, RegExp]>([
    [
      'a changed file',
      async () => write('README.md', 'mine'),
      /holds what is not committed: README\.md; commit or discard/,
    ],
    [
      'a new file',
      async () => write('notes.txt', 'mine'),
      /holds what is not committed: notes\.txt/,
    ],
    [
      'another branch',
      async () =>
        git.branch({ fs, dir: dir(), ref: 'feature', checkout: true }),
      /has the branch feature checked out, and stacks are added to main; run git switch main/,
    ],
    [
      'no branch',
      async () => {
        const oid = await git.resolveRef({ fs, dir: dir(), ref: 'HEAD' });
        await git.checkout({ fs, dir: dir(), ref: oid });
      },
      /has no branch checked out/,
    ],
    [
      'a merge under way',
      async () => write('.git/MERGE_HEAD', `${'0'.repeat(40)}\n`),
      /a merge or rebase is under way \(MERGE_HEAD\)/,
    ],
    [
      'a history that has parted from that of origin',
      async () => {
        const base = await git.resolveRef({ fs, dir: dir(), ref: 'HEAD' });
        write('notes.txt', 'theirs');
        const theirs = await commitAll();
        await git.writeRef({
          fs,
          dir: dir(),
          ref: 'refs/heads/main',
          value: base,
          force: true,
        });
        await git.checkout({ fs, dir: dir(), ref: 'main', force: true });
        fs.rmSync(`${dir()}/notes.txt`, { force: true });
        await git.writeRef({
          fs,
          dir: dir(),
          ref: 'refs/remotes/origin/main',
          value: theirs,
        });
      },
      /does not hold what origin\/main holds; bring the two together/,
    ],
    [
      'a committed change of a file that must change',
      async () => {
        write('README.md', 'mine');
        await commitAll();
      },
      /the team has changed them since they were written: README\.md/,
    ],
    [
      'no manifest',
      async () => {
        await git.remove({ fs, dir: dir(), filepath: 'mlinfra.json' });
        fs.rmSync(`${dir()}/mlinfra.json`);
        await git.commit({ fs, dir: dir(), message: 'gone', author });
      },
      /has no mlinfra\.json/,
    ],
    [
      'no git',
      async () => fs.rmSync(`${dir()}/.git`, { recursive: true }),
      /is no git repository/,
    ],
  ])('refuses %s, and changes nothing', async (_, prepare, message) => {
    await prepare();
    const files = await listFiles(dir());
    const refusal = await add().catch(error => error.message);
    expect(refusal).toMatch(/^Nothing was added\. addTo: /);
    expect(refusal).toMatch(message);
    expect(await listFiles(dir())).toEqual(files);
    expect(await listFiles(workspace.path)).toEqual([]);
  });

  it('takes a repository that is ahead of origin', async () => {
    const base = await git.resolveRef({ fs, dir: dir(), ref: 'HEAD' });
    await git.writeRef({
      fs,
      dir: dir(),
      ref: 'refs/remotes/origin/main',
      value: base,
    });
    write('notes.txt', 'mine');
    await commitAll();
    await expect(add()).resolves.toMatchObject({ branch: 'add-predictor' });
  });

  it('refuses a caller that does not belong to the owner', async () => {
    await expect(
      add({}, { user: { ref: 'user:default/bob' } }),
    ).rejects.toThrow(
      'addTo: component:default/bird-calls belongs to group:default/audio, and user:default/bob does not',
    );
  });

  it('refuses an owner that has changed in the catalog only', async () => {
    await expect(
      add({}, { entities: [component({ owner: 'group:default/vision' })] }),
    ).rejects.toThrow('and the catalog says group:default/vision');
  });

  it('refuses names that others have in the catalog', async () => {
    const taken: Entity = {
      ...component(),
      kind: 'API',
      metadata: { name: 'bird-calls-predictor', namespace: 'default' },
    };
    await expect(add({}, { entities: [component(), taken] })).rejects.toThrow(
      'api:default/bird-calls-predictor already exists',
    );
  });

  it.each([
    ['is not in the catalog', [] as Entity[], /is not in the catalog/],
    [
      'no template wrote',
      [component({ annotations: { 'mlinfra.io/stacks': '' } })],
      /has no annotation mlinfra\.io\/stacks/,
    ],
    [
      'lies elsewhere on the disk',
      [
        component({
          annotations: {
            'backstage.io/managed-by-location': 'file:/etc/catalog-info.yaml',
          },
        }),
      ],
      /\/etc is no repository in the folder that mlinfra\.repositories\.directory names/,
    ],
    [
      'is on a host that is not configured',
      [
        component({
          annotations: {
            'backstage.io/managed-by-location':
              'url:https://git.example.com/a/b/catalog-info.yaml',
            'backstage.io/source-location': 'url:https://git.example.com/a/b/',
          },
        }),
      ],
      /is on no GitHub or GitLab that this portal is configured for/,
    ],
  ])('refuses a component that %s', async (_, entities, message) => {
    await expect(add({}, { entities })).rejects.toThrow(message);
  });
});
