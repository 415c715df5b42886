import { promises as fs } from 'node:fs';
import path from 'node:path';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import gitlabModule from '@backstage/plugin-scaffolder-backend-module-gitlab';
import git from 'isomorphic-git';
import { ownerEntity } from '../dev/dryRun/staticCatalog';
import scaffolderModuleMlinfra from '.';
import { writeFakeTerraform } from './__testUtils__/fakeTerraform';
import { renderInto } from './__testUtils__/renderInto';
import { repositoryInput } from './__testUtils__/repositoryInput';
import { TEMPLATES_FOLDER } from './__testUtils__/templatesFolder';
import { readWizard } from './__testUtils__/wizardFields';

const PATIENCE_MS = 120_000;
jest.setTimeout(PATIENCE_MS);

interface TaskEnd {
  status: string;
  log: string;
  output: { text?: Array<{ content: string }> };
}

describe('a task that adds stacks', () => {
  const machine = createMockDirectory();
  const dir = machine.resolve('repositories/audio/bird-calls');
  let address: string;

  beforeAll(async () => {
    await renderInto(dir, repositoryInput());
    await git.init({ fs, dir, defaultBranch: 'main' });
    await git.add({ fs, dir, filepath: '.' });
    await git.commit({
      fs,
      dir,
      message: 'first',
      author: { name: 'Ann', email: 'ann@example.com' },
    });
    await writeFakeTerraform(
      machine.resolve('terraform'),
      `echo "$PWD $*" >> ${machine.resolve('calls')}`,
    );
    const template = await readWizard('team-repo');
    template.metadata.annotations = {
      'backstage.io/managed-by-location': `file:${path.join(
        TEMPLATES_FOLDER,
        'team-repo.yaml',
      )}`,
    };
    const { server } = await startTestBackend({
      features: [
        scaffolderPlugin,
        githubModule,
        gitlabModule,
        scaffolderModuleMlinfra,
        catalogServiceMock.factory({
          entities: [
            template,
            ownerEntity('group:default/audio'),
            {
              ...ownerEntity('user:default/mock'),
              spec: { memberOf: ['audio'] },
            },
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: {
                name: 'bird-calls',
                namespace: 'default',
                annotations: {
                  'mlinfra.io/stacks': 'inference-api',
                  'backstage.io/managed-by-location': `file:${dir}/catalog-info.yaml`,
                },
              },
              spec: { type: 'service', owner: 'group:default/audio' },
            },
          ],
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: { workingDirectory: machine.path },
            integrations: {},
            mlinfra: {
              repositories: { directory: machine.resolve('repositories') },
              terraform: { binary: machine.resolve('terraform') },
            },
          },
        }),
      ],
    });
    address = `http://localhost:${server.port()}/api/scaffolder/v2/tasks`;
  }, PATIENCE_MS);

  async function run(stacks: string[]): Promise<TaskEnd> {
    const created = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        templateRef: 'template:default/ml-team-repo',
        values: { mode: 'add', addTo: 'component:default/bird-calls', stacks },
      }),
    });
    const { id } = await created.json();
    for (;;) {
      const task = await (await fetch(`${address}/${id}`)).json();
      if (['completed', 'failed', 'cancelled'].includes(task.status)) {
        const events: Array<{ body: { message: string; output?: object } }> =
          await (await fetch(`${address}/${id}/events`)).json();
        return {
          status: task.status,
          log: events.map(event => event.body.message).join('\n'),
          output: events.find(event => event.body.output)?.body.output ?? {},
        };
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  it('checks the whole, ends with a branch, and says how to take it in', async () => {
    const head = await git.resolveRef({ fs, dir, ref: 'HEAD' });
    const { status, log, output } = await run(['predictor']);
    expect([status, log]).toEqual(['completed', expect.any(String)]);

    expect(await git.resolveRef({ fs, dir, ref: 'HEAD' })).toBe(head);
    const [{ commit }] = await git.log({ fs, dir, ref: 'add-predictor' });
    expect(commit.parent).toEqual([head]);
    expect(commit.message).toContain(
      'Add predictor from the template ml-team-repo\n',
    );
    const files = await git.listFiles({ fs, dir, ref: 'add-predictor' });
    expect(files).toEqual(
      expect.arrayContaining([
        'terraform/stacks/predictor/service.tf',
        'terraform/stacks/inference-api/api.tf',
      ]),
    );
    // Terraform saw the stacks beside each other.
    const calls = await fs.readFile(machine.resolve('calls'), 'utf8');
    expect(calls).toContain('stacks/predictor');
    expect(calls).toContain('stacks/inference-api');
    const page = output.text?.map(({ content }) => content).join('\n') ?? '';
    expect(page).toContain('**predictor**');
    expect(page).toContain(`cd '${dir}' && git merge add-predictor`);
    expect(page).toContain('scripts/deploy.sh predictor dev');
    expect(page).not.toContain('foundation');
  });

  it('refuses another addition while that branch waits', async () => {
    const { status, log } = await run(['compression-pipeline']);
    expect(status).toBe('failed');
    expect(log).toContain('another addition waits on add-predictor');
    expect(await git.listBranches({ fs, dir })).toEqual([
      'add-predictor',
      'main',
    ]);
  });
});
