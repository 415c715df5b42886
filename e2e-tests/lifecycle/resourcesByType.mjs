// @ts-check
import assert from 'node:assert/strict';

/**
 * Finds the attributes of applied resources by their type.
 *
 * @param {import('../../tools/terraform/emulatedRepository.mjs').StateResource[]} resources
 */
export function resourcesByType(resources) {
  /** @param {string} type */
  const all = type =>
    resources
      .filter(({ address }) =>
        // A module may be called like a type; what counts is the last type in the address.
        new RegExp(`(^|\\.)${type}\\.[^.]+$`).test(
          address.replace(/\["[^"]*"\]/g, ''),
        ),
      )
      .map(({ values }) => values);
  /** @param {string} type */
  const one = type => {
    const found = all(type);
    assert.equal(found.length, 1, `one ${type}, not ${found.length}`);
    return found[0];
  };
  return { all, one };
}
