// @ts-check
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { registerSteps } from './stepContainers.mjs';

const STACK = 'compression-pipeline';
const outputs = {
  ecr_repository_urls: {
    value: { steps: 'registry/steps', api: 'registry/api' },
  },
};

/**
 * A server that keeps what it is sent, and a repository with steps.
 *
 * @param {import('node:test').TestContext} t
 * @param {number} [status]
 */
async function start(t, status = 200) {
  /** @type {{ method?: string, url?: string, body: any }[]} */
  const received = [];
  const server = createServer(async (request, response) => {
    const { method, url } = request;
    received.push({ method, url, body: JSON.parse(await text(request)) });
    response.writeHead(status).end('{"error":"directory must be a full path"}');
  });
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const repository = await mkdtemp(path.join(tmpdir(), 'mlinfra-steps-'));
  await mkdir(path.join(repository, 'services', STACK, 'steps'), {
    recursive: true,
  });
  t.after(async () => {
    server.close();
    await rm(repository, { recursive: true });
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (
    server.address()
  );
  return { received, repository, endpoint: `http://127.0.0.1:${port}` };
}

test('A4: the tasks of an applied stack run the steps of its repository', async t => {
  const { received, repository, endpoint } = await start(t);
  assert.equal(
    await registerSteps({ endpoint, repository, stack: STACK, outputs }),
    true,
  );
  assert.deepEqual(received, [
    {
      method: 'PUT',
      url: '/mlinfra-emulator/containers',
      body: {
        image: 'registry/steps',
        directory: path.join(repository, 'services', STACK, 'steps'),
        command: ['python3', '-m', 'compression'],
      },
    },
  ]);
});

test('a stack without steps is left alone', async t => {
  const { received, repository, endpoint } = await start(t);
  const target = { endpoint, repository };
  assert.equal(
    await registerSteps({ ...target, stack: STACK, outputs: {} }),
    false,
  );
  assert.equal(
    await registerSteps({ ...target, stack: 'inference-api', outputs }),
    false,
  );
  assert.deepEqual(received, []);
});

test('what the emulated AWS does not take is told in its words', async t => {
  const { repository, endpoint } = await start(t, 400);
  await assert.rejects(
    registerSteps({ endpoint, repository, stack: STACK, outputs }),
    /image registry\/steps: directory must be a full path/,
  );
});
