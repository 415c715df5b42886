// @ts-check
// Rendered repositories, built for real: Terraform and the AWS provider
// against one emulated AWS, three stacks and both environments of each at once.
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
import { filesWithHashes } from './filesWithHashes.mjs';
import { liveOnce } from './liveOnce.mjs';
import { renderRepository } from './renderRepository.mjs';
import { STACKS } from './stacks.mjs';

endChildrenOnExit();

// Six Terraforms on two processors: most of the time each of them waits for
// AWS to say that something is there.
test('every stack against one emulated AWS', { concurrency: 3 }, async t => {
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

  await Promise.all(
    STACKS.map(stack =>
      t.test(
        `${stack.title}, dev and prod at once`,
        { concurrency: 2 },
        stackTest => liveEverywhere(stackTest, stack),
      ),
    ),
  );

  await t.test('the emulated AWS answered nothing with HTTP 500', async () => {
    const log = await readFile(logFile, 'utf8');
    assert.match(log, /status=200/, 'the log holds the requests');
    assert.deepEqual(
      log.split('\n').filter(line => line.includes('status=5')),
      [],
    );
  });

  /**
   * @param {import('node:test').TestContext} stackTest
   * @param {import('./Stack.mjs').Stack} stack
   */
  async function liveEverywhere(stackTest, stack) {
    const folder = path.join(work, stack.id);
    const repository = path.join(folder, 'repository');
    await renderRepository({
      template: stack.template,
      values: `e2e-tests/values/${stack.template.slice('ml-'.length)}.yaml`,
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
  }
});
