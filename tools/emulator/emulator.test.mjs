// @ts-check
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { run } from '../bootstrap/process/run.mjs';
import { emulatorEnvironment } from './emulator.mjs';

const REAL = {
  AWS_PROFILE: 'work',
  AWS_SESSION_TOKEN: 'real-token',
  AWS_ENDPOINT_URL_S3: 'https://example.com',
};

afterEach(() => Object.keys(REAL).forEach(name => delete process.env[name]));

test('what is set for a real account does not reach the emulated AWS', async () => {
  Object.assign(process.env, REAL);
  const { output } = await run(
    process.execPath,
    ['-e', 'console.log(JSON.stringify(process.env))'],
    { env: { ...process.env, ...emulatorEnvironment('http://127.0.0.1:1') } },
  );
  const seen = JSON.parse(output);
  assert.deepEqual(
    Object.keys(REAL).filter(name => name in seen),
    [],
  );
  assert.equal(seen.AWS_ENDPOINT_URL, 'http://127.0.0.1:1');
  assert.equal(seen.AWS_ACCESS_KEY_ID, 'emulated');
});
