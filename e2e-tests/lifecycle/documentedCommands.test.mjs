// @ts-check
// A repository with all five stacks, deployed by copying the commands of its
// documents: Terraform, the AWS command line and the repository's own scripts
// against one emulated AWS.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import {
  endChildren,
  endChildrenOnExit,
} from '../../tools/bootstrap/process/children.mjs';
import { run } from '../../tools/bootstrap/process/run.mjs';
import {
  EMULATOR_PYTHON,
  ensurePython,
} from '../../tools/bootstrap/setup/python.mjs';
import { startEmulator } from '../../tools/emulator/emulator.mjs';
import { holdProvider } from '../../tools/terraform/heldProvider.mjs';
import { terraformEnvironment } from '../../tools/terraform/terraformCli.mjs';
import { commandBlocks, confirmations } from './documentedCommands.mjs';
import { renderRepository } from './renderRepository.mjs';
import { requestCertificate } from './requestCertificate.mjs';

endChildrenOnExit();

const STACKS = [
  'inference-api',
  'compression-pipeline',
  'churn',
  'predictor',
  'platform-baseline',
];
const ROOTS = ['bootstrap', 'foundation', ...STACKS].map(id =>
  id === 'bootstrap' ? id : `stacks/${id}`,
);

/**
 * Few retries, so that an operation the emulator lacks fails soon; and buckets
 * by path, for their names are no hosts of this machine.
 */
const OVERRIDE = `provider "aws" {
  max_retries       = 3
  s3_use_path_style = true
}
`;

// What a person copies first is run every time. The rest (prod, the single
// steps, the everyday commands) takes half an hour more, and is run before a
// release: MLINFRA_DOCUMENTED_COMMANDS=all npm test -- lifecycle
const ALL = process.env.MLINFRA_DOCUMENTED_COMMANDS === 'all';

// Signing in opens a browser; the key pair of the emulated AWS is there already.
const NOT_RUN = /^aws sso login\b.*$/gm;

test('all five stacks by the commands of the README', async t => {
  const work = await mkdtemp(path.join(tmpdir(), 'mlinfra-documents-'));
  const logFile = path.join(work, 'emulator.log');
  t.after(async () => {
    await endChildren();
    await rm(work, { recursive: true, force: true });
  });
  const aws = await run('aws', ['--version']);
  assert.equal(aws.code, 0, `the AWS command line is needed: ${aws.output}`);
  const python = await ensurePython(EMULATOR_PYTHON);
  assert.ok(python, 'Python is needed for the emulated AWS');
  const { endpoint, environment: credentials } = await startEmulator({
    python,
    port: 0,
    logFile,
  });

  const repository = path.join(work, 'repository');
  await renderRepository({
    template: 'ml-team-repo',
    values: 'e2e-tests/values/team-repo.yaml',
    out: repository,
  });
  /** @type {Record<string, import('./documentedCommands.mjs').CommandBlock[]>} */
  const documents = Object.fromEntries(
    await Promise.all(
      ['README.md', 'QUICKSTART.md', 'docs/operations.md'].map(async file => [
        file,
        commandBlocks(await readFile(path.join(repository, file), 'utf8')),
      ]),
    ),
  );
  await prepareRepository();
  const tools = path.join(work, 'tools');
  await mkdir(tools);
  const docker = path.join(tools, 'docker');
  await writeFile(docker, fakeDocker(python));
  await chmod(docker, 0o755);

  const provider = await holdProvider({
    aws: credentials,
    root: path.join(repository, 'terraform/stacks/foundation'),
  });
  const environment = {
    ...process.env,
    ...(await terraformEnvironment()),
    ...provider.environment,
    ...credentials,
    PATH: `${tools}:${process.env.PATH}`,
    // The name that version 1 of the AWS command line reads.
    AWS_DEFAULT_REGION: credentials.AWS_REGION,
    // A person would answer yes.
    AUTO_APPROVE: '1',
    TF_CLI_ARGS_apply: '-auto-approve -no-color',
    TF_CLI_ARGS_plan: '-no-color',
    AWS_PAGER: '',
    // An AWS that answers at once has nothing to wait for.
    GIT_CONFIG_GLOBAL: '/dev/null',
    CI: '',
  };

  const quickstart = documents['QUICKSTART.md'];
  const readme = documents['README.md'];
  const operations = documents['docs/operations.md'];
  await t.test('A9 the documents hold the commands of every stack', () => {
    for (const id of ['foundation', ...STACKS]) {
      for (const blocks of [quickstart, readme, operations]) {
        const text = blocks.map(block => block.text).join('\n');
        assert.match(text, new RegExp(`^scripts/deploy\\.sh ${id} dev$`, 'm'));
      }
    }
  });

  await runBlocks(
    'QUICKSTART.md',
    quickstart,
    ALL
      ? /^(Tools|Credentials|Deploy|The next environment)$/
      : /^(Tools|Credentials|Deploy)$/,
  );
  if (ALL) {
    await runBlocks(
      'README.md',
      readme,
      /^Deployment$|^[A-Z].* in (dev|prod)$/,
    );
    await runBlocks('docs/operations.md', operations, /^Deploy, and see/);
  }
  await t.test('C8 every environment has one budget', async () => {
    const { Budgets } = await awsJson([
      'budgets',
      'describe-budgets',
      '--account-id',
      '123456789012',
    ]);
    assert.deepEqual(
      Budgets.map(
        (/** @type {{ BudgetName: string }} */ { BudgetName }) => BudgetName,
      ).sort(),
      (ALL ? ['dev', 'prod'] : ['dev']).map(
        name => `ml-demo-everything-foundation-${name}-budget`,
      ),
    );
  });
  await runBlocks('QUICKSTART.md', quickstart, /^Take it down again$/);
  if (ALL) {
    await runBlocks('README.md', readme, /^[A-Z].* in dev$/);
    await releaseProd();
    await runBlocks('docs/operations.md', operations, /^Take it down$/, text =>
      text.includes('scripts/deploy.sh'),
    );
  }

  await t.test('the emulated AWS answered nothing with HTTP 500', async () => {
    const log = await readFile(logFile, 'utf8');
    assert.match(log, /status=200/);
    assert.deepEqual(
      log.split('\n').filter(line => line.includes('status=5')),
      [],
    );
  });

  /**
   * @param {string} file
   * @param {import('./documentedCommands.mjs').CommandBlock[]} blocks
   * @param {RegExp} headings
   * @param {(text: string) => boolean} [wanted]
   */
  async function runBlocks(file, blocks, headings, wanted = () => true) {
    const chosen = blocks.filter(
      block => headings.test(block.heading) && wanted(block.text),
    );
    assert.notEqual(
      chosen.length,
      0,
      `${file} has no commands under ${headings}`,
    );
    for (const { heading, text } of chosen) {
      const commands = text.replace(NOT_RUN, '');
      await t.test(`A9 ${file}, ${heading}`, async () => {
        const { code, output } = await shell(commands, confirmations(text));
        assert.equal(code, 0, `${commands}\n${output.slice(-6000)}`);
      });
    }
  }

  /** @param {string} script @param {string} input */
  function shell(script, input) {
    return new Promise(resolve => {
      const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
        cwd: repository,
        env: environment,
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', part => {
          output += part;
        });
      }
      child.on('close', code => resolve({ code, output }));
      child.stdin.end(input);
    });
  }

  /** @param {string[]} args */
  async function awsJson(args) {
    const { code, output } = await run('aws', [...args, '--output', 'json'], {
      env: environment,
    });
    assert.equal(code, 0, output);
    return JSON.parse(output);
  }

  // Everything that a person does before, and the one file beside each root.
  async function prepareRepository() {
    const prod = path.join(
      repository,
      'terraform/environments/prod/churn.tfvars.json',
    );
    const variables = JSON.parse(await readFile(prod, 'utf8'));
    variables.certificate_arn = await requestCertificate(
      endpoint,
      'everything.example.com',
    );
    await writeFile(prod, `${JSON.stringify(variables, null, 2)}\n`);
    await writeFile(
      path.join(repository, '.gitignore'),
      '.terraform/\n*.tfstate*\nterraform.tfstate.d/\nzz_override.tf\n',
      { flag: 'a' },
    );
    for (const root of ROOTS) {
      await writeFile(
        path.join(repository, 'terraform', root, 'zz_override.tf'),
        OVERRIDE,
      );
    }
    await commit('first');
  }

  // docs/operations.md says it: what holds something refuses to go in prod until force_destroy is true and applied.
  async function releaseProd() {
    await t.test(
      'A9 docs/operations.md, force_destroy before prod goes',
      async () => {
        for (const id of ['foundation', ...STACKS]) {
          const file = path.join(
            repository,
            `terraform/environments/prod/${id}.tfvars.json`,
          );
          const variables = JSON.parse(await readFile(file, 'utf8'));
          variables.force_destroy = true;
          await writeFile(file, `${JSON.stringify(variables, null, 2)}\n`);
        }
        await commit('release');
        const { code, output } = await shell(
          ['foundation', ...STACKS]
            .map(id => `scripts/deploy.sh ${id} prod`)
            .join('\n'),
          '',
        );
        assert.equal(code, 0, output.slice(-6000));
      },
    );
  }

  /** @param {string} message */
  async function commit(message) {
    const git = [
      '-C',
      repository,
      '-c',
      'user.name=t',
      '-c',
      'user.email=t@example.com',
    ];
    for (const command of [
      ['init', '-q', '-b', 'main'],
      ['add', '-A'],
      ['commit', '-q', '-m', message],
    ]) {
      const { code, output } = await run('git', [...git, ...command]);
      assert.equal(code, 0, output);
    }
  }
});

/**
 * In the place of Docker: what it would push, the emulated ECR is told of.
 *
 * @param {string} python with boto3
 */
function fakeDocker(python) {
  return `#!/usr/bin/env -S ${python}
import hashlib, json, sys
arguments = sys.argv[1:]
if arguments[:1] == ["login"]:
    sys.stdin.read()
elif arguments[:1] == ["info"]:
    print("28.0.0")
elif arguments[:1] == ["push"]:
    import boto3
    url, _, tag = arguments[1].rpartition(":")
    registry, _, name = url.partition("/")
    digest = "sha256:" + hashlib.sha256(arguments[1].encode()).hexdigest()
    manifest = {"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
                "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 2, "digest": digest}, "layers": []}
    boto3.client("ecr", region_name=registry.split(".")[3]).put_image(
        repositoryName=name, imageTag=tag, imageManifest=json.dumps(manifest),
        imageManifestMediaType=manifest["mediaType"])
`;
}
