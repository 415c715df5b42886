// @ts-check
import assert from 'node:assert/strict';

/**
 * C4: every resource that can carry tags carries all six.
 *
 * @param {import('../../tools/terraform/emulatedRepository.mjs').EmulatedRepository} target
 * @param {string} stack
 * @param {string} environment
 */
export async function assertTags(target, stack, environment) {
  /** @type {Record<string, (value: string) => boolean>} */
  const tags = {
    'backstage.io/entity-ref': value => value.startsWith('component:default/'),
    'mlinfra:team': Boolean,
    'mlinfra:stack': value => value === stack,
    'mlinfra:environment': value => value === environment,
    'mlinfra:template-version': value => /^\d+\.\d+\.\d+$/.test(value),
    'mlinfra:managed-by': value => value === 'terraform',
  };
  const tagged = (await target.attributes()).filter(
    ({ values }) => values.tags_all !== undefined,
  );
  assert.ok(tagged.length > 3, 'the state holds what can be tagged');
  for (const { address, values } of tagged) {
    for (const [tag, holds] of Object.entries(tags)) {
      assert.ok(
        holds(values.tags_all[tag] ?? ''),
        `C4: ${address} has ${tag} = ${values.tags_all[tag]}`,
      );
    }
  }
}
