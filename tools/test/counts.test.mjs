// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  jestCounts,
  nodeCounts,
  playwrightCounts,
  pytestCounts,
  terraformCounts,
} from './counts.mjs';

test('reads the closing lines of each test runner', () => {
  assert.deepEqual(
    jestCounts('Tests:       1 failed, 2 skipped, 40 passed, 43 total'),
    { passed: 40, failed: 1 },
  );
  assert.deepEqual(
    jestCounts('\u001b[1mTests:       \u001b[22m4 passed, 4 total'),
    { passed: 4, failed: 0 },
  );
  assert.deepEqual(pytestCounts('=== 2 failed, 10 passed in 3.21s ==='), {
    passed: 10,
    failed: 2,
  });
  assert.deepEqual(pytestCounts('62 passed, 1 warning in 12.00s'), {
    passed: 62,
    failed: 0,
  });
  assert.deepEqual(pytestCounts('1 failed, 1 error in 1.00s'), {
    passed: 0,
    failed: 2,
  });
  assert.deepEqual(
    terraformCounts(
      'Success! 3 passed, 0 failed.\nFailure! 1 passed, 2 failed.',
    ),
    { passed: 4, failed: 2 },
  );
  assert.deepEqual(playwrightCounts('  1 failed\n  3 passed (1.2m)'), {
    passed: 3,
    failed: 1,
  });
  assert.deepEqual(nodeCounts('# tests 5\n# pass 4\n# fail 1'), {
    passed: 4,
    failed: 1,
  });
});

test('says nothing where a runner ended before it counted', () => {
  assert.equal(jestCounts('Killed'), undefined);
  assert.equal(pytestCounts('no tests ran in 0.01s'), undefined);
  assert.equal(nodeCounts(''), undefined);
});

test('counts a flaky browser test as failed', () => {
  assert.deepEqual(playwrightCounts('  1 flaky\n  2 passed (3s)'), {
    passed: 2,
    failed: 1,
  });
});
