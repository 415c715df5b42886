import { createMockDirectory } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { listFiles } from '../../__testUtils__/listFiles';
import { renderInto } from '../../__testUtils__/renderInto';
import { repositoryInput } from '../../__testUtils__/repositoryInput';

describe('mlinfra:repository:render refuses, naming the field and writing nothing:', () => {
  const workspace = createMockDirectory();
  beforeEach(() => workspace.clear());

  const render = (
    input: JsonObject,
    options?: { accounts?: JsonObject[]; user?: { ref: string } },
  ) => renderInto(workspace.path, input, options);

  const inputs = (changes: JsonObject) =>
    repositoryInput({ stacks: { 'inference-api': changes } });

  it.each<[string, JsonObject, string]>([
    ['a quote in the name', repositoryInput({ name: 'a"b' }), 'name: '],
    ['a name that interpolates', repositoryInput({ name: '${x}' }), 'name: '],
    ['a name of two lines', repositoryInput({ name: 'a\nbc' }), 'name: '],
    ['a name in Unicode', repositoryInput({ name: 'vögel' }), 'name: '],
    [
      'a name of 200 characters',
      repositoryInput({ name: 'a'.repeat(200) }),
      'name: ',
    ],
    [
      'a name that exists',
      repositoryInput({ name: 'taken-name' }),
      'name: component:default/taken-name already exists',
    ],
    [
      'an unknown owner',
      repositoryInput({ owner: 'group:default/nobody' }),
      'owner: group:default/nobody is not in the catalog',
    ],
    [
      'an owner that is no reference',
      repositoryInput({ owner: 'a/b/c' }),
      'owner: ',
    ],
    [
      'a description of two lines',
      repositoryInput({ description: 'a\nb' }),
      'description: ',
    ],
    [
      'an address that is none',
      repositoryInput({ alertEmails: ['x'] }),
      'alertEmails.0: ',
    ],
    [
      'A4 * in prod',
      inputs({ corsAllowedOrigins: { prod: ['*'] } }),
      'stacks.inference-api.corsAllowedOrigins.prod: holds "*"',
    ],
    [
      'A8 a bucket without a key',
      inputs({ modelS3Bucket: 'models' }),
      'stacks.inference-api.modelS3Key: is missing',
    ],
    [
      'an input that no stack has',
      inputs({ memory: 1 }),
      'stacks.inference-api: Unrecognized key: "memory"',
    ],
    [
      'a stack that does not exist',
      repositoryInput({ stacks: { rocket: {} } }),
      'stacks.rocket: is no stack; known are inference-api',
    ],
    ['no stack', repositoryInput({ stacks: {} }), 'stacks: names no stack'],
    [
      'a region that is none',
      repositoryInput({
        environments: { dev: { accountId: '123456789012', region: 'moon' } },
      }),
      'environments.dev.region: ',
    ],
    [
      'an environment without an account',
      repositoryInput({ environments: { dev: { region: 'eu-central-1' } } }),
      'environments.dev.accountId: is missing',
    ],
    ['a host that is none', repositoryInput({ host: 'svn' }), 'host: '],
  ])('%s', async (_what, input, message) => {
    await expect(render(input)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
    expect(await listFiles(workspace.path)).toEqual([]);
  });

  it('a region that the account does not have', async () => {
    await expect(
      render(repositoryInput(), {
        accounts: [{ accountId: '123456789012', regions: ['eu-central-1'] }],
      }),
    ).rejects.toThrow(
      'environments.prod.region: region eu-west-1 is not allowed',
    );
    expect(await listFiles(workspace.path)).toEqual([]);
  });

  it('an owner that the caller does not belong to, in an account that has owners', async () => {
    const accounts = [
      {
        accountId: '123456789012',
        regions: ['eu-central-1', 'eu-west-1'],
        owners: ['group:default/audio'],
      },
    ];
    const user = { ref: 'user:default/eve' };
    await expect(render(repositoryInput(), { accounts, user })).rejects.toThrow(
      'owner: user:default/eve does not belong to group:default/audio',
    );
    expect(await listFiles(workspace.path)).toEqual([]);
    await expect(render(repositoryInput(), { accounts })).resolves.toBeTruthy();
  });

  it('everything that is wrong at once', async () => {
    await expect(
      render(repositoryInput({ name: 'A', owner: '', team: '!' })),
    ).rejects.toThrow(/name: .*owner: .*team: /);
  });

  it('a target outside the workspace', async () => {
    await expect(
      render(repositoryInput({ targetPath: '../elsewhere' })),
    ).rejects.toThrow(/Relative path is not allowed/);
  });
});
