// @ts-check
// The rendered repository, built for real: Terraform and the AWS provider
// against the emulated AWS, both environments at once.
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
import { EmulatedRepository } from '../../tools/terraform/emulatedRepository.mjs';
import { filesWithHashes } from './filesWithHashes.mjs';
import { renderRepository } from './renderRepository.mjs';

const STACK = 'inference-api';

/** @type {Record<string, (value: string, environment: string) => boolean>} */
const TAGS = {
  'backstage.io/entity-ref': value => value.startsWith('component:default/'),
  'mlinfra:team': Boolean,
  'mlinfra:stack': value => value === STACK,
  'mlinfra:environment': (value, environment) => value === environment,
  'mlinfra:template-version': value => /^\d+\.\d+\.\d+$/.test(value),
  'mlinfra:managed-by': value => value === 'terraform',
};

endChildrenOnExit();

test('inference API, dev and prod at once', { concurrency: 2 }, async t => {
  const work = await mkdtemp(path.join(tmpdir(), 'mlinfra-lifecycle-'));
  const repository = path.join(work, 'repository');
  const logFile = path.join(work, 'emulator.log');
  t.after(async () => {
    await endChildren();
    await rm(work, { recursive: true, force: true });
  });

  await renderRepository({
    template: 'ml-inference-api',
    values: 'e2e-tests/values/inference-api.yaml',
    out: repository,
  });
  const delivered = await filesWithHashes(repository);
  const python = await ensurePython(EMULATOR_PYTHON);
  assert.ok(python, 'Python is needed for the emulated AWS');
  const { environment: aws } = await startEmulator({
    python,
    port: 0,
    logFile,
  });

  await Promise.all(
    ['dev', 'prod'].map(environment =>
      t.test(
        `C2 C3 ${environment}: apply, clean plan, update in place, destroy`,
        async () => {
          const target = await EmulatedRepository.create({
            repository,
            stack: STACK,
            environment,
            aws,
            workDirectory: path.join(work, 'run'),
          });
          await target.initialise();
          await target.validate();
          await target.apply();
          await assertClean(target);
          await assertOutputs(target, environment);
          await assertTags(target, environment);

          const built = await target.resources();
          await target.changeVariables({
            memory_mb: 2048,
            monthly_budget_usd: 75,
            // Lets destroy empty what the access logs have filled.
            force_destroy: true,
          });
          const { output } = await target.plan();
          assert.match(output, /Plan: 0 to add, \d+ to change, 0 to destroy/);
          await target.apply();
          await assertClean(target);
          assert.deepEqual(await target.resources(), built);

          await target.destroy();
          assert.deepEqual(await target.resources(), []);
        },
      ),
    ),
  );

  await t.test('nothing inside the repository was changed for it', async () => {
    assert.deepEqual(await filesWithHashes(repository), delivered);
  });

  await t.test('the emulated AWS answered nothing with HTTP 500', async () => {
    const log = await readFile(logFile, 'utf8');
    assert.match(log, /status=200/, 'the log holds the requests');
    assert.deepEqual(
      log.split('\n').filter(line => line.includes('status=5')),
      [],
    );
  });
});

/** @param {EmulatedRepository} target */
async function assertClean(target) {
  const { changes, output } = await target.plan();
  assert.equal(changes, false, `A second plan wants changes:\n${output}`);
}

/** @param {EmulatedRepository} target @param {string} environment */
async function assertOutputs(target, environment) {
  const outputs = await target.outputs();
  assert.match(String(outputs.api_endpoint.value), /\/v1\/predict$/, 'A11');
  if (environment === 'prod') {
    assert.ok(outputs.api_key.value, 'A5: prod has a key');
    assert.equal(outputs.api_key.sensitive, true, 'A5: the key is sensitive');
  } else {
    assert.equal(outputs.api_key, undefined, 'A5: dev has no key');
  }
}

/**
 * C4: every resource that can carry tags carries all six.
 *
 * @param {EmulatedRepository} target
 * @param {string} environment
 */
async function assertTags(target, environment) {
  const tagged = (await target.attributes()).filter(
    ({ values }) => values.tags_all !== undefined,
  );
  assert.ok(tagged.length > 10, 'the state holds what can be tagged');
  for (const { address, values } of tagged) {
    for (const [tag, holds] of Object.entries(TAGS)) {
      assert.ok(
        holds(values.tags_all[tag] ?? '', environment),
        `C4: ${address} has ${tag} = ${values.tags_all[tag]}`,
      );
    }
  }
}
