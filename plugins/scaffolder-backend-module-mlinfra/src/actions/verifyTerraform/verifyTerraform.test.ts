import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import { promises as fs } from 'node:fs';
import { exampleInputs } from '../../__testUtils__/exampleSteps';
import { writeFakeTerraform } from '../../__testUtils__/fakeTerraform';
import { listFiles } from '../../__testUtils__/listFiles';
import { createVerifyTerraformAction } from './verifyTerraform';
import { examples } from './verifyTerraform.examples';

const ROOT = { 'main.tf': 'locals {}\n', '.terraform.lock.hcl': '' };
const REPOSITORY = {
  terraform: { bootstrap: ROOT, stacks: { 'inference-api': ROOT } },
};

describe('mlinfra:terraform:verify', () => {
  const workspace = createMockDirectory();
  const machine = createMockDirectory();
  const binary = () => machine.resolve('terraform');

  beforeEach(() => {
    workspace.setContent({ ...REPOSITORY, repository: REPOSITORY });
    machine.clear();
  });

  async function verify(
    input: JsonObject = {},
    options: {
      config?: JsonObject;
      isDryRun?: boolean;
      signal?: AbortSignal;
    } = {},
  ) {
    const logger = mockServices.logger.mock();
    const action = createVerifyTerraformAction({
      config: new ConfigReader({
        mlinfra: {
          terraform: { binary: binary(), mirror: '/mirror', ...options.config },
        },
      }),
    });
    const context = createMockActionContext({
      input,
      logger,
      workspacePath: workspace.path,
    });
    await action.handler({
      ...context,
      isDryRun: options.isDryRun,
      signal: options.signal,
    } as never);
    return {
      output: Object.fromEntries((context.output as jest.Mock).mock.calls),
      log: [...logger.info.mock.calls, ...logger.warn.mock.calls].flat(),
    };
  }

  it.each(exampleInputs(examples))('runs its example: %s', async (_, input) => {
    await writeFakeTerraform(binary(), 'exit 0');
    const { output } = await verify(input);
    expect(output).toMatchObject({ verified: true, reason: '' });
  });

  it('B8 lets a root read the files of its service', async () => {
    workspace.setContent({
      terraform: { stacks: { 'compression-pipeline': ROOT } },
      services: { 'compression-pipeline': { 'contract.json': '{}' } },
    });
    await writeFakeTerraform(
      binary(),
      'case "$1" in validate) cat ../../../services/compression-pipeline/contract.json ;; esac',
    );
    const { output } = await verify();
    expect(output).toMatchObject({ verified: true });
  });

  it('C10 checks every root and streams what Terraform says', async () => {
    await writeFakeTerraform(
      binary(),
      'echo "ran $1 in $(basename "$PWD")"; echo "warned $1" >&2',
    );
    const { output, log } = await verify();
    expect(output).toEqual({
      verified: true,
      reason: '',
      level: 'validate',
      roots: ['bootstrap', 'stacks/inference-api'],
    });
    expect(log).toEqual(
      expect.arrayContaining([
        'ran fmt in terraform',
        'ran init in bootstrap',
        'ran validate in inference-api',
        'warned validate',
      ]),
    );
  });

  it('leaves nothing in the repository', async () => {
    await writeFakeTerraform(binary(), 'mkdir -p .terraform; touch made');
    const before = await listFiles(workspace.path);
    await verify();
    expect(await listFiles(workspace.path)).toEqual(before);
  });

  it("fails with Terraform's own message", async () => {
    await writeFakeTerraform(
      binary(),
      '[ "$1" = validate ] && { echo "Error: Unsupported argument" >&2; exit 1; }; exit 0',
    );
    await expect(verify()).rejects.toMatchObject({
      name: 'InputError',
      message:
        'Validity of bootstrap: terraform validate ended with 1. Error: Unsupported argument',
    });
  });

  it('does not show Terraform the secrets of the backend', async () => {
    await writeFakeTerraform(binary(), 'env');
    process.env.MLINFRA_TEST_SECRET = 'hidden';
    process.env.AWS_TEST_SECRET = 'hidden';
    try {
      const { log } = await verify();
      expect(log).toEqual(
        expect.arrayContaining([expect.stringMatching(/^PATH=/)]),
      );
      expect(log.join('\n')).not.toContain('hidden');
    } finally {
      delete process.env.MLINFRA_TEST_SECRET;
      delete process.env.AWS_TEST_SECRET;
    }
  });

  it('ends Terraform when the task is cancelled', async () => {
    await writeFakeTerraform(
      binary(),
      `echo $$ > ${machine.resolve('pid')}; exec sleep 60`,
    );
    const controller = new AbortController();
    const running = verify({}, { signal: controller.signal });
    running.catch(() => undefined);
    let pid = 0;
    while (!pid) {
      await new Promise(resolve => setTimeout(resolve, 20));
      pid = Number(
        await fs.readFile(machine.resolve('pid'), 'utf8').catch(() => 0),
      );
    }
    controller.abort(new Error('the task was cancelled'));
    await expect(running).rejects.toThrow('the task was cancelled');
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  });

  it('skips with a reason where Terraform is not installed', async () => {
    const { PATH } = process.env;
    process.env.PATH = machine.path;
    try {
      const { output, log } = await verify(
        {},
        { config: { binary: undefined } },
      );
      expect(output).toMatchObject({
        verified: false,
        reason: expect.stringContaining('Terraform is not installed'),
      });
      expect(log.join()).toContain('Terraform is not installed');
    } finally {
      process.env.PATH = PATH;
    }
  });

  it('refuses a configured program that is not there', async () => {
    await expect(verify()).rejects.toThrow(
      'which is not a program that can be run',
    );
  });

  it('says so where there is no Terraform to verify', async () => {
    await writeFakeTerraform(binary(), 'exit 0');
    workspace.setContent({ 'README.md': '' });
    await expect(verify()).rejects.toThrow(
      'The repository holds no Terraform root',
    );
  });

  it.each([
    [undefined, 'format', true],
    ['skip', 'skip', false],
    ['validate', 'validate', true],
    ['plan', 'validate', true],
  ])(
    'goes in a dry run with dryRunLevel %s as far as %s',
    async (dryRunLevel, level, verified) => {
      await writeFakeTerraform(binary(), 'exit 0');
      const { output } = await verify(
        {},
        { isDryRun: true, config: dryRunLevel ? { dryRunLevel } : {} },
      );
      expect(output).toMatchObject({ level, verified });
    },
  );

  it.each<[string, { isDryRun?: boolean; config?: JsonObject }]>([
    ['a real run', {}],
    ['a real run that forbids it', { config: { allowPlan: false } }],
    ['a dry run', { isDryRun: true, config: { dryRunLevel: 'plan' } }],
  ])(
    'refuses a plan in %s, for it takes the credentials of the portal',
    async (_what, options) => {
      await writeFakeTerraform(binary(), `touch ${machine.resolve('ran')}`);
      await expect(verify({ level: 'plan' }, options)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(
          /^level: .*mlinfra\.terraform\.allowPlan/,
        ),
      });
      expect(await listFiles(machine.path)).toEqual(['terraform']);
    },
  );

  it.each([
    ['a real run', {}],
    ['a dry run', { isDryRun: true }],
  ])('plans in %s where the portal allows it', async (_what, options) => {
    await writeFakeTerraform(binary(), 'exit 0');
    const { output } = await verify(
      { level: 'plan' },
      { ...options, config: { allowPlan: true, dryRunLevel: 'plan' } },
    );
    expect(output).toMatchObject({ verified: true, level: 'plan' });
  });
});
