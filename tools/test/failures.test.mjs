// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failures } from './failures.mjs';

test('finds what pytest says of a failed test', () => {
  const output = [
    '....F.   [100%]',
    '    def test_one():',
    '>       assert 1 == 2',
    'E       assert 1 == 2',
    '',
    'tests/test_one.py:3: AssertionError',
    '=== short test summary info ===',
    'FAILED tests/test_one.py::test_one - assert 1 == 2',
    '1 failed, 5 passed in 1.00s',
  ].join('\n');
  assert.deepEqual(failures('pytest', output), [
    'E       assert 1 == 2',
    'FAILED tests/test_one.py::test_one - assert 1 == 2',
  ]);
});

test('finds a failed test of Jest once, and no console output', () => {
  const part = '  ● Card › shows\n\n    expected 1';
  const output = `  ● Console\n\n    console.warn\n${part}\n${'\n'.repeat(
    20,
  )}Summary of all failing tests\n${part}\n`;
  const found = failures('jest', output).filter(line => line.trim() !== '');
  assert.deepEqual(found, ['  ● Card › shows', '    expected 1']);
});

test('tells the files of tests of Jest apart', () => {
  const part = (/** @type {string} */ file, time = '') =>
    `FAIL app ${file}${time}\n  ● Test suite failed to run\n    in ${file}`;
  const output = [
    part('a.test.ts', ' (5.1 s)'),
    'PASS app c.test.ts',
    part('b.test.ts'),
    'Summary of all failing tests',
    part('a.test.ts', ' (5.1 s)'),
    part('b.test.ts'),
  ].join('\n');
  assert.deepEqual(
    failures('jest', output).filter(line => !/^(PASS|Summary)/.test(line)),
    [part('a.test.ts'), part('b.test.ts')].join('\n').split('\n'),
  );
});

test('tells two tests of one name', () => {
  const output = 'not ok 1 - a\n  error: b\nnot ok 1 - a\n  error: c';
  assert.deepEqual(failures('node', output), output.split('\n'));
});

test('finds failed tests of the other runners', () => {
  assert.deepEqual(failures('node', 'ok 1 - a\nnot ok 2 - b\n  error: c'), [
    'not ok 2 - b',
    '  error: c',
  ]);
  assert.deepEqual(
    failures(
      'terraform',
      '  run "a"... pass\n  run "b"... fail\n\u001b[31m│ Error: c',
    ),
    ['  run "b"... fail', '│ Error: c'],
  );
  assert.deepEqual(
    failures('playwright', '  ✓  1 a (1s)\n  1) b.test.ts:1:1 › c\n    Error'),
    ['  1) b.test.ts:1:1 › c', '    Error'],
  );
});

test('does not tell more than a person reads', () => {
  const output = Array.from({ length: 500 }, (_, n) => `FAILED ${n}`);
  const found = failures('pytest', output.join('\n'));
  assert.equal(found.length, 120);
  assert.equal(found.at(-1), 'and 381 lines more, above');
});

test('says nothing of what passed', () => {
  assert.deepEqual(failures('pytest', '5 passed in 1.00s'), []);
  assert.deepEqual(failures('node', 'ok 1 - a\n# fail 0'), []);
});
