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
import type { JsonObject } from '@backstage/types';
import git from 'isomorphic-git';
import { ownerEntity } from '../dev/dryRun/staticCatalog';
import scaffolderModuleMlinfra from '.';
import { writeFakeTerraform } from './__testUtils__/fakeTerraform';
import { TEMPLATES_FOLDER } from './__testUtils__/templatesFolder';
import { readWizard } from './__testUtils__/wizardFields';

const VALUES: JsonObject = {
  owner: 'group:default/audio',
  name: 'bird-calls',
  dev: { accountId: '123456789012', region: 'eu-central-1' },
};

interface TaskEnd {
  status: string;
  log: string;
  output: { text?: Array<{ content: string }> };
}

describe('a task of the wizard', () => {
  const machine = createMockDirectory();
  const repositories = () => machine.resolve("the team's repositories");
  const exists = (file: string) =>
    fs.stat(file).then(
      () => true,
      () => false,
    );
  let address: string;

  beforeAll(async () => {
    const template = await readWizard('inference-api');
    template.metadata.annotations = {
      'backstage.io/managed-by-location': `file:${path.join(
        TEMPLATES_FOLDER,
        'inference-api.yaml',
      )}`,
    };
    const { server } = await startTestBackend({
      features: [
        scaffolderPlugin,
        githubModule,
        gitlabModule,
        scaffolderModuleMlinfra,
        catalogServiceMock.factory({
          entities: [template, ownerEntity('group:default/audio')],
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: { workingDirectory: machine.path },
            integrations: {},
            mlinfra: {
              repositories: {
                directory: repositories(),
                awaitCatalog: { seconds: 0 },
              },
              terraform: { binary: machine.resolve('terraform') },
            },
          },
        }),
      ],
    });
    address = `http://localhost:${server.port()}/api/scaffolder/v2/tasks`;
  }, 60_000);

  beforeEach(async () => {
    await fs.rm(repositories(), { recursive: true, force: true });
    await fs.rm(machine.resolve('broken'), { force: true });
    await writeFakeTerraform(
      machine.resolve('terraform'),
      `[ ! -e ${machine.resolve(
        'broken',
      )} ] || { echo 'Error: broken' >&2; exit 1; }`,
    );
  });

  async function run(values: JsonObject): Promise<TaskEnd> {
    const created = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        templateRef: 'template:default/ml-inference-api',
        values,
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
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  it('ends with a repository whose scripts can be run, and says what to do next', async () => {
    const { status, output } = await run(VALUES);
    expect(status).toBe('completed');

    const dir = path.join(repositories(), 'audio/bird-calls');
    const [{ commit }] = await git.log({ fs, dir });
    expect(commit.message).toBe('Start from the template ml-inference-api\n');
    const { mode } = await fs.stat(path.join(dir, 'scripts/deploy.sh'));
    expect(mode.toString(8)).toMatch(/755$/);
    const manifest = await fs.readFile(path.join(dir, 'mlinfra.json'), 'utf8');
    const rendered = Object.keys(JSON.parse(manifest).files);
    expect((await git.listFiles({ fs, dir })).sort()).toEqual(
      [...rendered, 'mlinfra.json'].sort(),
    );
    expect(output.text?.[0].content).toContain(
      `git clone '${dir.replaceAll("'", "'\\''")}' bird-calls`,
    );
  }, 60_000);

  it('leaves nothing behind when a step fails, and works when it is run again', async () => {
    await fs.writeFile(machine.resolve('broken'), '');
    const failed = await run(VALUES);
    expect(failed.status).toBe('failed');
    expect(failed.log).toContain('Error: broken');
    expect(await exists(repositories())).toBe(false);

    await fs.rm(machine.resolve('broken'));
    expect((await run(VALUES)).status).toBe('completed');
    expect(await fs.readdir(repositories())).toEqual(['audio']);
  }, 60_000);

  it('lets one of two at once win, and tells the other why', async () => {
    const ends = await Promise.all([run(VALUES), run(VALUES)]);
    expect(ends.map(end => end.status).sort()).toEqual(['completed', 'failed']);
    expect(ends.find(end => end.status === 'failed')?.log).toContain(
      'ConflictError: name: the repository audio/bird-calls already exists',
    );
    expect(await fs.readdir(repositories())).toEqual(['audio']);
  }, 60_000);

  it('refuses wrong values before any repository exists', async () => {
    const { status, log } = await run({ ...VALUES, owner: 'group:x/nobody' });
    expect(status).toBe('failed');
    expect(log).toContain('owner: group:x/nobody is not in the catalog');
    expect(await exists(repositories())).toBe(false);
  }, 60_000);
});
