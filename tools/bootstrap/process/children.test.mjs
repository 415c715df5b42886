// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endChildren, startChild } from './children.mjs';

/** A program that starts another one and prints its process id. */
const PARENT = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

test('ending the children ends what they have started', async () => {
  const parent = startChild(process.execPath, ['-e', PARENT], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const grandchild = await new Promise(resolve =>
    parent.stdout?.once('data', data => resolve(Number(String(data)))),
  );
  process.kill(grandchild, 0);

  await endChildren();

  assert.throws(() => process.kill(grandchild, 0), /ESRCH/);
});

test('a child that does not want to end is killed', async () => {
  const stubborn = startChild(
    process.execPath,
    [
      '-e',
      "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000);",
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise(resolve => stubborn.stdout?.once('data', resolve));
  const ended = new Promise(resolve =>
    stubborn.once('exit', (_, signal) => resolve(signal)),
  );

  await endChildren(300);

  assert.equal(await ended, 'SIGKILL');
});
