// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seedDemo } from './seed.mjs';

test('demo data is refused to everything but this machine', async () => {
  for (const endpoint of [
    'https://lambda.eu-central-1.amazonaws.com',
    'http://localhost.example.com:5111',
    'http://10.0.0.1:5111',
  ]) {
    await assert.rejects(
      seedDemo({ endpoint, accountId: '123456789012', environment: {} }),
      /emulated AWS only/,
    );
  }
});
