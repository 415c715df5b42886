import assert from 'node:assert/strict';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import type { PlanJson } from '../plan/PlanJson';
import { beside } from '../plan/Plan';
import { readPlan } from '../plan/readPlan';
import { TerraformSources } from '../plan/TerraformSources';
import { UNKNOWN, valueAt } from '../plan/valueAt';

const KEYED = 'module.store["a.b"].module.bucket[0]';

const plan: PlanJson = {
  terraform_version: '1.11.4',
  variables: { account_id: { value: '123456789012' } },
  resource_changes: [
    {
      address: `${KEYED}.aws_s3_bucket.this`,
      mode: 'managed',
      type: 'aws_s3_bucket',
      name: 'this',
      change: { after: { bucket: 'x' }, after_unknown: { arn: true } },
    },
    {
      address: 'aws_s3_bucket.this["k"]',
      mode: 'managed',
      type: 'aws_s3_bucket',
      name: 'this',
      change: { after: {}, after_unknown: {} },
    },
    {
      address: `${KEYED}.data.aws_iam_policy_document.policy`,
      mode: 'data',
      type: 'aws_iam_policy_document',
      name: 'policy',
      change: {
        after: {
          statement: [
            {
              effect: 'Deny',
              actions: ['s3:*'],
              resources: [null],
              principals: [{ type: 'AWS', identifiers: ['*'] }],
              condition: [{ variable: 'aws:SecureTransport' }],
            },
          ],
        },
        after_unknown: {},
      },
    },
  ],
  prior_state: {
    values: {
      root_module: {
        child_modules: [
          {
            resources: [
              {
                address: 'module.store["a.b"].data.aws_iam_policy_document.one',
                mode: 'data',
                type: 'aws_iam_policy_document',
                name: 'one',
                values: {
                  statement: [{ actions: ['a:b'], resources: ['*'] }],
                },
              },
            ],
          },
        ],
      },
    },
  },
  configuration: {
    root_module: {
      module_calls: {
        store: {
          source: '../../modules/store',
          module: {
            module_calls: { bucket: { source: '../bucket', module: {} } },
          },
        },
      },
    },
  },
};

async function read(t: TestContext) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'mlinfra-plan-'));
  t.after(() => fs.rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries({
    'stacks/x': 'resource "aws_s3_bucket" "this" {\n  # root\n}\n',
    'modules/store': 'output "arn" {\n  value = module.bucket.arn\n}\n',
    'modules/bucket': 'resource "aws_s3_bucket" "this" {\n  # module\n}\n',
  })) {
    await fs.mkdir(path.join(folder, name), { recursive: true });
    await fs.writeFile(path.join(folder, name, 'main.tf'), text);
  }
  return readPlan(plan, 'stacks/x', new TerraformSources(folder));
}

test('a resource is found in its module, whatever the keys of instances are', async t => {
  const { resources } = await read(t);
  assert.deepEqual(
    resources.map(({ module, folder }) => [module, folder]),
    [
      [KEYED, 'modules/bucket'],
      ['', 'stacks/x'],
    ],
  );
});

test('the source of a resource is that of its module', async t => {
  const { resources, sourceOf } = await read(t);
  assert.match(sourceOf(resources[0]), /# module/);
  assert.match(sourceOf(resources[1]), /# root/);
});

test('statements are read whether or not their document is known', async t => {
  const { statements } = await read(t);
  assert.deepEqual(
    statements.map(
      ({ allows, actions, resources, principals, conditions }) => ({
        allows,
        actions,
        resources,
        principals,
        conditions,
      }),
    ),
    [
      {
        allows: false,
        actions: ['s3:*'],
        resources: [null],
        principals: ['AWS:*'],
        conditions: ['aws:SecureTransport'],
      },
      {
        allows: true,
        actions: ['a:b'],
        resources: ['*'],
        principals: [],
        conditions: [],
      },
    ],
  );
});

test('what stands beside a resource is in the same module instance', async t => {
  const found = await read(t);
  assert.equal(beside(found, found.resources[0], 'aws_s3_bucket').length, 1);
});

test('a module is referred to where its caller names it, a lone resource is not', async t => {
  const { resources, isReferred } = await read(t);
  assert.equal(isReferred(resources[0]), true);
  assert.equal(isReferred(resources[1]), false);
});

test('a value is missing, known, or known after apply', () => {
  const after = { rule: [{ kind: 'x' }], key: null };
  const unknown = { rule: [{ id: true }], whole: true };
  assert.equal(valueAt(after, unknown, 'rule.0.kind'), 'x');
  assert.equal(valueAt(after, unknown, 'rule.0.id'), UNKNOWN);
  assert.equal(valueAt(after, unknown, 'whole.0.part'), UNKNOWN);
  assert.equal(valueAt(after, unknown, 'key'), null);
  assert.equal(valueAt(after, unknown, 'rule.1.kind'), undefined);
});
