import { STACK_IDS } from '@mlinfra/plugin-mlinfra-common';
import fc from 'fast-check';
import { TEMPLATES_FOLDER } from '../__testUtils__/templatesFolder';
import { composeRepository } from '../repository/composeRepository';
import {
  contentHash,
  MANIFEST_PATH,
  recordedInputs,
} from '../repository/manifestFile';
import { textFile, type RepositoryFile } from '../repository/RepositoryFile';
import { readRepositoryRequest } from '../request/readRepositoryRequest';
import { composeAddition, readAddition } from './addStacks';
import type { ExistingRepository } from './ExistingRepository';

const CONTENT = {
  contentFolder: TEMPLATES_FOLDER,
  templateEntityRef: 'template:default/ml-team-repo',
};
/** Whole repositories are composed; a busy machine takes its time. */
jest.setTimeout(60_000);

const OWNER = 'group:default/audio';
const target = { accountId: '123456789012', region: 'eu-central-1' };
// What the prod of some stacks asks for and has no default.
const INPUTS: Record<string, object> = {
  churn: {
    uiAllowedCidrs: ['203.0.113.0/24'],
    certificateArn: {
      prod: 'arn:aws:acm:eu-central-1:123456789012:certificate/0f0e0d0c-0b0a-4908-8706-050403020100',
    },
  },
};

const stacksOf = (ids: readonly string[]) =>
  Object.fromEntries(ids.map(id => [id, INPUTS[id] ?? {}]));

const inputOf = (ids: readonly string[], more: object = {}) => ({
  name: 'bird-calls',
  owner: OWNER,
  environments: { dev: target, prod: target },
  stacks: stacksOf(ids),
  ...more,
});

type Files = Map<string, RepositoryFile>;

const compose = async (input: object): Promise<Files> =>
  byPath(await composeRepository(readRepositoryRequest(input), CONTENT));

function byPath(files: RepositoryFile[]): Files {
  return new Map(files.map(file => [file.path, file]));
}

function repositoryOf(files: Files): ExistingRepository {
  return {
    host: 'local',
    owner: 'audio',
    name: 'bird-calls',
    repoUrl: '',
    commit: 'c0ffee',
    read: async path => files.get(path)?.content,
    files: async () => [...files.values()],
  };
}

async function add(files: Files, ids: readonly string[]): Promise<Files> {
  const repository = repositoryOf(files);
  const addition = await readAddition(repository, OWNER, stacksOf(ids));
  return byPath(await composeAddition(repository, addition, CONTENT));
}

const withoutManifest = (files: Files) =>
  [...files.values()]
    .filter(file => file.path !== MANIFEST_PATH)
    .map(file => [file.path, file.executable, contentHash(file.content)])
    .sort();

const manifestOf = (files: Files) =>
  JSON.parse(files.get(MANIFEST_PATH)!.content.toString('utf8'));

describe('a second run that adds stacks', () => {
  it('C12 gives, for any choice, what choosing all of them at once gives, and touches nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...STACK_IDS], { minLength: 2 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom<object>(
          {},
          { foundation: {} },
          {
            foundation: {
              sharedNetwork: { dev: true },
              dashboard: { dev: true, prod: true },
              auditTrail: { prod: true },
            },
          },
        ),
        async (ids, cut, more) => {
          const [first, second] = [ids.slice(0, cut), ids.slice(cut)];
          fc.pre(second.length > 0);
          const before = await compose(inputOf(first, more));
          const changes = await add(before, second);
          const result: Files = new Map([...before, ...changes]);

          const recorded = recordedInputs(
            readRepositoryRequest(inputOf(first, more)),
          );
          const atOnce = await compose({
            ...recorded,
            stacks: stacksOf(ids),
          });
          expect(withoutManifest(result)).toEqual(withoutManifest(atOnce));
          const { additions, ...manifest } = manifestOf(result);
          expect(manifest).toEqual(manifestOf(atOnce));
          expect(additions).toEqual([
            expect.objectContaining({ stacks: second }),
          ]);
          for (const [path, file] of changes) {
            const old = before.get(path);
            expect([path, old?.content.equals(file.content)]).not.toEqual([
              path,
              true,
            ]);
          }
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
  }, 240_000);

  it('C11 C12 leaves the AWS names of the first stack as they are', async () => {
    const before = await compose(inputOf(['inference-api']));
    const changes = await add(before, ['predictor']);
    expect([...changes.keys()]).not.toContain(
      'terraform/environments/dev/inference-api.tfvars.json',
    );
    const read = (id: string) =>
      JSON.parse(
        (changes.get(`terraform/environments/dev/${id}.tfvars.json`) ??
          before.get(
            `terraform/environments/dev/${id}.tfvars.json`,
          ))!.content.toString('utf8'),
      );
    expect(read('inference-api')).toMatchObject({
      name: 'bird-calls',
      monthly_budget_usd: 50,
    });
    expect(read('predictor')).toMatchObject({
      name: 'bird-calls-predictor',
      entity_ref: 'component:default/bird-calls',
      monthly_budget_usd: null,
    });
  });

  it('adds a third stack to what two runs made', async () => {
    const one = await compose(inputOf(['predictor']));
    const two: Files = new Map([...one, ...(await add(one, ['churn']))]);
    const three = await add(two, ['inference-api']);
    expect(manifestOf(three).additions).toHaveLength(2);
    expect(manifestOf(three).inputs).toMatchObject({ mainStack: 'predictor' });
    expect(Object.keys(manifestOf(three).inputs.stacks)).toEqual([
      'predictor',
      'churn',
      'inference-api',
    ]);
  });

  describe('in a repository that the team has worked on', () => {
    const edit = (files: Files, path: string, text: string): Files =>
      new Map([...files, [path, textFile(path, text)]]);
    let before: Files;

    beforeAll(async () => {
      before = await compose(inputOf(['inference-api']));
    });

    it('leaves what it does not touch byte for byte', async () => {
      const path = 'terraform/environments/dev/inference-api.tfvars.json';
      const edited = edit(
        edit(before, path, '{"mine": true}'),
        'services/inference-api/mine.py',
        'mine = True\n',
      );
      const changes = await add(edited, ['predictor']);
      expect(changes.has(path)).toBe(false);
      expect(changes.has('services/inference-api/mine.py')).toBe(false);
      // The record still says what was written, so that an upgrade sees the team's change.
      expect(manifestOf(changes).files[path]).toBe(
        manifestOf(before).files[path],
      );
    });

    it('refuses a file that must change and that the team has changed', async () => {
      await expect(
        add(edit(before, 'README.md', '# Ours\n'), ['predictor']),
      ).rejects.toThrow(
        /^Nothing was added\. addTo: these files have to change, and the team has changed them since they were written: README\.md\. Put them back/,
      );
    });

    it('refuses a file of its own that lies where one would be written', async () => {
      await expect(
        add(edit(before, 'services/predictor/Dockerfile', 'FROM scratch\n'), [
          'predictor',
        ]),
      ).rejects.toThrow('and are there already: services/predictor/Dockerfile');
    });

    it('refuses where a file that the new stack needs is gone', async () => {
      const gone = new Map(before);
      gone.delete('terraform/modules/naming/main.tf');
      gone.delete('services/inference-api/README.md');
      await expect(add(gone, ['predictor'])).rejects.toThrow(
        'and they have been deleted: terraform/modules/naming/main.tf.',
      );
    });

    it('refuses where shared modules are of another version, and names them', async () => {
      const path = 'terraform/modules/naming/main.tf';
      const older = edit(before, path, '# older\n');
      const manifest = manifestOf(before);
      manifest.templateVersion = '0.0.9';
      manifest.files[path] = contentHash(Buffer.from('# older\n'));
      await expect(
        add(edit(older, MANIFEST_PATH, JSON.stringify(manifest)), [
          'predictor',
        ]),
      ).rejects.toThrow(
        /written by version 0\.0\.9 of the templates, .*: terraform\/modules\/naming\/main\.tf\. Bring the repository/,
      );
    });

    it('takes stacks where only the first stack is of another version', async () => {
      const path = 'services/inference-api/README.md';
      const manifest = manifestOf(before);
      manifest.templateVersion = '0.0.9';
      manifest.files[path] = contentHash(Buffer.from('# older\n'));
      const older = edit(
        edit(before, path, '# older\n'),
        MANIFEST_PATH,
        JSON.stringify(manifest),
      );
      const changes = await add(older, ['predictor']);
      expect(changes.has(path)).toBe(false);
      expect(manifestOf(changes)).toMatchObject({ templateVersion: '0.0.9' });
    });

    it('refuses a stack that is there, and none at all', async () => {
      await expect(add(before, ['inference-api'])).rejects.toThrow(
        'stacks.inference-api: is in bird-calls already',
      );
      await expect(add(before, [])).rejects.toThrow('stacks: names no stack');
    });

    it('D1 refuses a network that overlaps with one that is there', async () => {
      const repository = repositoryOf(await compose(inputOf(['predictor'])));
      await expect(
        readAddition(repository, OWNER, {
          'compression-pipeline': { vpcCidr: { dev: '10.40.8.0/21' } },
        }),
      ).rejects.toThrow(
        /stacks\.compression-pipeline\.vpcCidr\.dev: \(10\.40\.8\.0\/21\) shares addresses with the network of predictor in dev \(10\.40\.0\.0\/20\)/,
      );
    });

    it.each([
      ['is missing', undefined, 'has no mlinfra.json'],
      ['is no JSON', '{', 'is no JSON'],
      ['is of an unknown shape', '{"schemaVersion": 7}', 'schemaVersion 7'],
      [
        'has lost its inputs',
        '{"schemaVersion": 1, "template": null, "templateVersion": "1.0.0", "files": {}}',
        'has been changed: inputs',
      ],
    ])('refuses where mlinfra.json %s', async (_, text, message) => {
      const files = new Map(before);
      files.delete(MANIFEST_PATH);
      await expect(
        add(text ? edit(files, MANIFEST_PATH, text) : files, ['predictor']),
      ).rejects.toThrow(message);
    });

    it('refuses where catalog and manifest name different owners', async () => {
      await expect(
        readAddition(repositoryOf(before), 'group:default/vision', {
          predictor: {},
        }),
      ).rejects.toThrow(
        'owned by group:default/audio, and the catalog says group:default/vision',
      );
    });
  });
});
