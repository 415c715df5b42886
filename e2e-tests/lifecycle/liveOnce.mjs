// @ts-check
import assert from 'node:assert/strict';
import { EmulatedRepository } from '../../tools/terraform/emulatedRepository.mjs';
import { holdProvider } from '../../tools/terraform/heldProvider.mjs';
import { assertTags } from './assertTags.mjs';

/**
 * One environment from nothing to nothing: initialise, apply, plan nothing
 * more, change in place, destroy.
 *
 * @param {import('node:test').TestContext} t
 * @param {import('./Stack.mjs').Stack} stack
 * @param {object} options
 * @param {string} options.environment
 * @param {string} options.repository
 * @param {string} options.endpoint
 * @param {NodeJS.ProcessEnv} options.aws
 * @param {string} options.workDirectory
 */
export async function liveOnce(t, stack, options) {
  const { environment, repository, endpoint } = options;
  const target = await EmulatedRepository.create({
    ...options,
    stack: stack.id,
  });
  const provider = await holdProvider({
    aws: options.aws,
    root: target.stackRoot,
  });
  t.after(() => provider.end());
  target.attach(provider);
  await target.initialise();
  await stack.prepare?.({ target, environment, repository, endpoint });
  await target.apply();
  await assertClean(target);
  await t.test('C4 every resource carries its tags', () =>
    assertTags(target, stack.id, environment),
  );
  await stack.check(t, { target, environment, repository, endpoint });

  const built = await target.resources();
  await target.changeVariables({
    ...stack.change,
    monthly_budget_usd: 75,
    // Lets destroy empty what the access logs have filled.
    force_destroy: true,
  });
  // All was read by the plan before.
  const change = { refresh: false, out: 'change.tfplan' };
  const { output } = await target.plan(change);
  assert.match(output, /Plan: 0 to add, \d+ to change, 0 to destroy/);
  await target.applyPlan(change.out);
  await assertClean(target);
  assert.deepEqual(await target.resources(), built);

  await target.destroy({ refresh: false });
  assert.deepEqual(await target.resources(), []);
}

/** @param {EmulatedRepository} target */
async function assertClean(target) {
  const { changes, output } = await target.plan();
  assert.equal(changes, false, `A second plan wants changes:\n${output}`);
}
