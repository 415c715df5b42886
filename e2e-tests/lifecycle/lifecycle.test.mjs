// @ts-check
// Rendered repositories, built for real: Terraform and the AWS provider
// against one emulated AWS, both environments of a stack at once.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import {
  endChildren,
  endChildrenOnExit,
} from '../../tools/bootstrap/process/children.mjs';
import {
  EMULATOR_PYTHON,
  ensurePython,
} from '../../tools/bootstrap/setup/python.mjs';
import { startEmulator } from '../../tools/emulator/emulator.mjs';
import { compressionPipeline } from './compressionPipeline.mjs';
import { filesWithHashes } from './filesWithHashes.mjs';
import { inferenceApi } from './inferenceApi.mjs';
import { liveOnce } from './liveOnce.mjs';
import { renderRepository } from './renderRepository.mjs';

const STACKS = [inferenceApi, compressionPipeline];

endChildrenOnExit();

test('every stack against one emulated AWS', async t => {
  const work = await mkdtemp(path.join(tmpdir(), 'mlinfra-lifecycle-'));
  const logFile = path.join(work, 'emulator.log');
  t.after(async () => {
    await endChildren();
    await rm(work, { recursive: true, force: true });
  });
  const python = await ensurePython(EMULATOR_PYTHON);
  assert.ok(python, 'Python is needed for the emulated AWS');
  const { endpoint, environment: aws } = await startEmulator({
    python,
    port: 0,
    logFile,
  });

  for (const stack of STACKS) {
    // Two processors: a third Terraform beside these would only wait.
    await t.test(
      `${stack.title}, dev and prod at once`,
      { concurrency: 2 },
      async stackTest => {
        const folder = path.join(work, stack.id);
        const repository = path.join(folder, 'repository');
        await renderRepository({
          template: stack.template,
          values: `e2e-tests/values/${stack.id}.yaml`,
          out: repository,
        });
        const delivered = await filesWithHashes(repository);
        await Promise.all(
          ['dev', 'prod'].map(environment =>
            stackTest.test(
              `C2 C3 ${environment}: apply, clean plan, update in place, destroy`,
              lifeTest =>
                liveOnce(lifeTest, stack, {
                  environment,
                  repository,
                  endpoint,
                  aws,
                  workDirectory: path.join(folder, 'run'),
                }),
            ),
          ),
        );
        await stackTest.test(
          'nothing inside the repository was changed for it',
          async () => {
            assert.deepEqual(await filesWithHashes(repository), delivered);
          },
        );
      },
    );
  }

  await t.test('the emulated AWS answered nothing with HTTP 500', async () => {
    const log = await readFile(logFile, 'utf8');
    assert.match(log, /status=200/, 'the log holds the requests');
    assert.deepEqual(
      log.split('\n').filter(line => line.includes('status=5')),
      [],
    );
  });
});
