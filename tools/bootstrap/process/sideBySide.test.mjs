// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sideBySide } from './sideBySide.mjs';

/**
 * What ran beside each job, with two processors.
 *
 * @param {Array<[string, number, number]>} given name, processors, duration
 */
async function neighbours(given) {
  /** @type {Record<string, string[]>} */
  const seen = Object.fromEntries(given.map(([name]) => [name, []]));
  /** @type {Set<string>} */
  const running = new Set();
  const jobs = given.map(([name, processors, duration]) => ({
    name,
    processors,
    duration,
  }));
  const results = await sideBySide(jobs, 2, async ({ name, duration }) => {
    for (const other of running) {
      seen[name].push(other);
      seen[other].push(name);
    }
    running.add(name);
    await new Promise(resolve => setTimeout(resolve, duration));
    running.delete(name);
    return name;
  });
  assert.deepEqual(
    results,
    given.map(([name]) => name),
  );
  return seen;
}

test('light jobs run beside a long one, the next as soon as there is room', async () => {
  assert.deepEqual(
    await neighbours([
      ['long', 1, 120],
      ['first', 1, 30],
      ['second', 1, 30],
    ]),
    { long: ['first', 'second'], first: ['long'], second: ['long'] },
  );
});

test('a heavy job runs alone, and what follows waits for it', async () => {
  assert.deepEqual(
    await neighbours([
      ['light', 1, 30],
      ['heavy', 2, 10],
      ['greedy', Infinity, 10],
      ['last', 1, 10],
    ]),
    { light: [], heavy: [], greedy: [], last: [] },
  );
});

test('a job is told whether it has the terminal for itself', async () => {
  /** @type {boolean[]} */
  const told = [];
  await sideBySide(
    [{ processors: 1 }, { processors: 2 }],
    2,
    async (_, alone) => {
      told.push(alone);
    },
  );
  assert.deepEqual(told, [false, true]);
});
