// @ts-check
import assert from 'node:assert/strict';

/** @type {import('./Stack.mjs').Stack} */
export const inferenceApi = {
  id: 'inference-api',
  template: 'ml-inference-api',
  title: 'inference API',
  change: { memory_mb: 2048 },
  async check(t, { target, environment }) {
    const outputs = await target.outputs();
    await t.test('A11 the endpoint is an output', () => {
      assert.match(String(outputs.api_endpoint.value), /\/v1\/predict$/);
    });
    await t.test(
      `A5 an API key is ${environment === 'prod' ? '' : 'not '}made`,
      () => {
        if (environment === 'prod') {
          assert.ok(outputs.api_key.value, 'prod has a key');
          assert.equal(outputs.api_key.sensitive, true, 'the key is sensitive');
        } else {
          assert.equal(outputs.api_key, undefined, 'dev has no key');
        }
      },
    );
  },
};
