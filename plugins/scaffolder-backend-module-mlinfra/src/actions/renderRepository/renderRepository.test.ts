import { createMockDirectory } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { exampleInputs } from '../../__testUtils__/exampleSteps';
import { listFiles } from '../../__testUtils__/listFiles';
import { renderInto } from '../../__testUtils__/renderInto';
import { repositoryInput } from '../../__testUtils__/repositoryInput';
import { TEMPLATES_FOLDER } from '../../__testUtils__/templatesFolder';
import { examples } from './renderRepository.examples';

describe('mlinfra:repository:render', () => {
  const workspace = createMockDirectory();
  beforeEach(() => workspace.clear());

  const render = (
    input: JsonObject,
    options?: { accounts?: JsonObject[]; baseUrl?: string },
  ) => renderInto(workspace.path, input, options);

  const read = (file: string) => fs.readFile(workspace.resolve(file), 'utf8');
  const readJson = async (file: string) => JSON.parse(await read(file));

  it.each(exampleInputs(examples))('runs its example: %s', async (_, input) => {
    await render(input);
    const variables = await readJson(
      'terraform/environments/dev/inference-api.tfvars.json',
    );
    expect(variables).toMatchObject({ name: 'bird-calls', team: 'audio' });
  });

  it('says what it made', async () => {
    const output = await render(repositoryInput());
    expect(output).toEqual({
      entityRef: 'component:default/bird-calls',
      name: 'bird-calls',
      team: 'audio',
      owner: 'group:default/audio',
      files: (await listFiles(workspace.path)).filter(f => !f.endsWith('/'))
        .length,
      stacks: ['inference-api'],
      environments: ['dev', 'prod'],
      firstRoot: 'inference-api',
      host: 'local',
      repoUrl: '',
      repositoryOwner: 'audio',
      repositoryName: 'bird-calls',
      baseCommit: '',
      stateBuckets: {
        dev: 'audio-bird-calls-dev-state-123456789012',
        prod: 'audio-bird-calls-prod-state-123456789012',
      },
    });
  });

  it('C1 C2 C3 C14 C15 A9 writes every part of the repository', async () => {
    await render(repositoryInput());
    expect(await listFiles(workspace.path)).toEqual(
      expect.arrayContaining([
        '.github/workflows/',
        '.gitignore',
        'CODEOWNERS',
        'QUICKSTART.md',
        'README.md',
        'catalog-info.yaml',
        'docs/index.md',
        'mkdocs.yml',
        'mlinfra.json',
        'scripts/build-and-push.sh',
        'scripts/deploy.sh',
        'services/inference-api/Dockerfile',
        'services/inference-api/openapi.yaml',
        'terraform/bootstrap/main.tf',
        'terraform/bootstrap/.terraform.lock.hcl',
        'terraform/environments/dev/backend.hcl',
        'terraform/environments/dev/bootstrap.tfvars.json',
        'terraform/environments/dev/inference-api.tfvars.json',
        'terraform/environments/prod/backend.hcl',
        'terraform/environments/prod/bootstrap.tfvars.json',
        'terraform/environments/prod/inference-api.tfvars.json',
        'terraform/modules/naming/main.tf',
        'terraform/stacks/inference-api/.terraform.lock.hcl',
        'terraform/stacks/inference-api/versions.tf',
      ]),
    );
  });

  it('copies Terraform byte for byte', async () => {
    await render(repositoryInput());
    const files = (await listFiles(workspace.resolve('terraform'))).filter(
      file => file.endsWith('.tf'),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const [ours, theirs] = await Promise.all([
        fs.readFile(path.join(TEMPLATES_FOLDER, 'terraform', file)),
        fs.readFile(workspace.resolve('terraform', file)),
      ]);
      expect([file, theirs.equals(ours)]).toEqual([file, true]);
    }
  });

  it('C14 makes the scripts executable', async () => {
    await render(repositoryInput());
    for (const script of await fs.readdir(workspace.resolve('scripts'))) {
      const { mode } = await fs.stat(workspace.resolve('scripts', script));
      // eslint-disable-next-line no-bitwise -- a file mode is a set of bits
      expect([script, (mode & 0o777).toString(8)]).toEqual([script, '755']);
    }
  });

  it('leaves no template tag in what it rendered', async () => {
    await render(repositoryInput({ description: 'Birds' }));
    for (const file of ['README.md', 'QUICKSTART.md', 'mkdocs.yml']) {
      expect([file, await read(file)]).toEqual([
        file,
        expect.not.stringMatching(/\$\{\{|\{%|undefined|null/),
      ]);
    }
    expect(await read('README.md')).toContain('# bird-calls');
    expect((await listFiles(workspace.path)).join()).not.toContain('.njk');
  });

  it('C13 gives a GitLab repository GitLab pipelines only', async () => {
    await render(
      repositoryInput({
        host: 'gitlab',
        repoUrl: 'gitlab.com?owner=birds&repo=bird-calls',
      }),
    );
    const files = await listFiles(workspace.path);
    expect(files).toContain('.gitlab-ci.yml');
    expect(files.filter(file => file.startsWith('.github'))).toEqual([]);
  });

  it('C3 writes no trace of an environment that is off', async () => {
    const { environments } = repositoryInput() as { environments: JsonObject };
    await render(
      repositoryInput({
        environments: {
          ...environments,
          prod: { enabled: false, monthlyBudgetUsd: 9 },
        },
      }),
    );
    expect(
      await fs.readdir(workspace.resolve('terraform/environments')),
    ).toEqual(['dev']);
    expect(await read('README.md')).not.toContain('inference-api prod');
  });

  it('C4 writes the catalog entities as data', async () => {
    const description = 'Birds: "apart" ${{ 1 }} — #1 {x: y}';
    await render(repositoryInput({ description }));
    const entities = parseAllDocuments(await read('catalog-info.yaml')).map(
      document => document.toJS(),
    );
    expect(
      entities.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
    ).toEqual([
      'Component bird-calls',
      'System bird-calls',
      'API bird-calls',
      'Resource bird-calls-dev',
      'Resource bird-calls-prod',
    ]);
    const [component, , api] = entities;
    expect(component).toMatchObject({
      metadata: {
        description,
        annotations: {
          'mlinfra.io/stacks': 'inference-api',
          'mlinfra.io/environments': 'dev,prod',
          'mlinfra.io/template-version': expect.stringMatching(/^\d+\./),
          'backstage.io/techdocs-ref': 'dir:.',
        },
      },
      spec: {
        owner: 'group:default/audio',
        system: 'bird-calls',
        providesApis: ['bird-calls'],
        dependsOn: ['resource:bird-calls-dev', 'resource:bird-calls-prod'],
      },
    });
    expect(api.spec).toMatchObject({
      type: 'openapi',
      definition: await read('services/inference-api/openapi.yaml'),
    });
  });

  it('records inputs and the hash of every file', async () => {
    await render(repositoryInput());
    const manifest = await readJson('mlinfra.json');
    expect(manifest).toMatchObject({
      template: 'template:default/ml-inference-api',
      templateVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
      inputs: {
        name: 'bird-calls',
        team: 'audio',
        environments: { dev: { monthlyBudgetUsd: 50 } },
        stacks: { 'inference-api': { memoryMb: 3008 } },
        host: 'local',
      },
    });
    const files = (await listFiles(workspace.path)).filter(
      file => !file.endsWith('/') && file !== 'mlinfra.json',
    );
    expect(Object.keys(manifest.files).sort()).toEqual(files);
    for (const file of files) {
      const content = await fs.readFile(workspace.resolve(file));
      expect(manifest.files[file]).toBe(
        createHash('sha256').update(content).digest('hex'),
      );
    }
  });

  it('writes the same bytes for the same input', async () => {
    await render(repositoryInput({ targetPath: './one' }));
    await render(repositoryInput({ targetPath: './two' }));
    expect(await read('one/mlinfra.json')).toBe(await read('two/mlinfra.json'));
  });

  it('takes well under two seconds', async () => {
    const startedAt = performance.now();
    await render(repositoryInput());
    expect(performance.now() - startedAt).toBeLessThan(1500);
  });

  it('leaves the workspace as it was when a file is in the way, and works when it is gone', async () => {
    workspace.setContent({ 'terraform/bootstrap/main.tf': 'mine' });
    await expect(render(repositoryInput())).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect(
      (await listFiles(workspace.path)).filter(f => !f.endsWith('/')),
    ).toEqual(['terraform/bootstrap/main.tf']);

    workspace.clear();
    await expect(render(repositoryInput())).resolves.toMatchObject({
      name: 'bird-calls',
    });
  });

  it('says so when the template lies nowhere', async () => {
    await expect(
      render(repositoryInput(), { baseUrl: 'file:///nowhere/template.yaml' }),
    ).rejects.toThrow("The template's folder /nowhere cannot be read");
  });
});
