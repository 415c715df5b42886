import { spawn } from 'node:child_process';
import { promises as fs } from 'node:fs';
import { text } from 'node:stream/consumers';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { composeRepository } from './repository/composeRepository';
import { writeFiles } from './repository/writeFiles';
import { readRepositoryRequest } from './request/readRepositoryRequest';
import { cliConfiguration } from './terraform/cliConfiguration';
import {
  LOCAL_BACKEND_OVERRIDE,
  LOCAL_BACKEND_OVERRIDE_FILE,
} from './terraform/localBackendOverride';
import { verifyRepository } from './terraform/verifyRepository';
import {
  describeWithTerraform,
  realTerraform,
} from './__testUtils__/realTerraform';
import { TEMPLATES_FOLDER } from './__testUtils__/templatesFolder';

const NASTY = {
  QUOTES: 'a "quoted" \\ \'word\'',
  INTERPOLATION: '${var.account_id} $${x} %{ if true }x%{ endif } ${{ 1 }}',
  LINES: 'one\ntwo\r\nthree\t',
  UNICODE: 'bird 🐦, é, 鳥, \u200b',
  LONG: 'x'.repeat(200),
};

describeWithTerraform('a rendered repository', () => {
  const repository = createMockDirectory();
  const scratch = createMockDirectory();

  beforeAll(async () => {
    const target = { accountId: '123456789012', region: 'eu-central-1' };
    const files = await composeRepository(
      readRepositoryRequest({
        name: 'bird-calls',
        owner: 'group:default/audio',
        description: NASTY.INTERPOLATION,
        environments: { dev: target, prod: target },
        stacks: {
          'inference-api': {
            extraEnvironment: NASTY,
            modelS3Bucket: 'audio-models',
            modelS3Key: "it's (v3)/best=1@2+3 -/",
          },
        },
      }),
      { contentFolder: TEMPLATES_FOLDER, templateEntityRef: undefined },
    );
    await writeFiles(repository.path, files);
  });

  it('C1 C10 is formatted, initialises and is valid in every root', async () => {
    const { roots } = await verifyRepository({
      ...(await realTerraform()),
      level: 'validate',
      repositoryFolder: repository.path,
      temporaryFolder: scratch.path,
      environment: process.env,
      logger: mockServices.logger.mock(),
    });
    expect(roots).toEqual(['bootstrap', 'stacks/inference-api']);
  }, 240_000);

  it('C10 shows Terraform the same text that a person gave', async () => {
    const { binary, mirror } = await realTerraform();
    await fs.cp(repository.resolve('terraform'), scratch.resolve('terraform'), {
      recursive: true,
    });
    const root = scratch.resolve('terraform/stacks/inference-api');
    await fs.writeFile(
      `${root}/${LOCAL_BACKEND_OVERRIDE_FILE}`,
      LOCAL_BACKEND_OVERRIDE,
    );
    await fs.writeFile(
      scratch.resolve('terraform.tfrc'),
      cliConfiguration(mirror),
    );
    const terraform = async (args: string[], input = '') => {
      const child = spawn(binary, args, {
        cwd: root,
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          TF_CLI_CONFIG_FILE: scratch.resolve('terraform.tfrc'),
        },
      });
      child.stdin.end(input);
      const [out, problems] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
      ]);
      expect(problems).toBe('');
      return out;
    };
    await terraform(['init', '-input=false', '-no-color']);
    const shown = await terraform(
      ['console', '-var-file=../../environments/dev/inference-api.tfvars.json'],
      'jsonencode([var.extra_environment, var.model_s3_key])\n',
    );
    expect(JSON.parse(JSON.parse(shown))).toEqual([
      NASTY,
      "it's (v3)/best=1@2+3 -/",
    ]);
  }, 240_000);
});
