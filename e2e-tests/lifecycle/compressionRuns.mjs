// @ts-check
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import {
  CloudWatchLogsClient,
  FilterLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { EMULATOR_CREDENTIALS } from '../../tools/emulator/emulator.mjs';

const ENDS_WITHIN_MS = 120_000;

/**
 * Runs of the applied state machine, whose tasks run the repository's own
 * steps: one that succeeds, one whose model does not exist.
 *
 * @param {import('node:test').TestContext} t
 * @param {{ endpoint: string, outputs: Record<string, { value: any }> }} applied
 */
export async function checkCompressionRuns(t, { endpoint, outputs }) {
  const settings = {
    endpoint,
    region: EMULATOR_CREDENTIALS.AWS_REGION,
    credentials: {
      accessKeyId: EMULATOR_CREDENTIALS.AWS_ACCESS_KEY_ID,
      secretAccessKey: EMULATOR_CREDENTIALS.AWS_SECRET_ACCESS_KEY,
    },
  };
  const bucket = String(outputs.model_bucket_name.value);
  const states = new SFNClient(settings);
  const table = new DynamoDBClient(settings);
  const files = new S3Client({ ...settings, forcePathStyle: true });
  const logs = new CloudWatchLogsClient(settings);

  /** @param {string} name @param {object} input */
  const run = async (name, input) => {
    const { executionArn } = await states.send(
      new StartExecutionCommand({
        stateMachineArn: String(outputs.state_machine_arn.value),
        name,
        input: JSON.stringify(input),
      }),
    );
    const deadline = Date.now() + ENDS_WITHIN_MS;
    for (;;) {
      const execution = await states.send(
        new DescribeExecutionCommand({ executionArn }),
      );
      if (execution.status !== 'RUNNING') {
        return execution;
      }
      assert.ok(Date.now() < deadline, `${name} still runs`);
      await pause(250);
    }
  };
  /** @param {string} id */
  const job = async id => {
    const { Item } = await table.send(
      new GetItemCommand({
        TableName: String(outputs.job_table_name.value),
        Key: { id: { S: id } },
      }),
    );
    assert.ok(Item, `the job table holds ${id}`);
    return Item;
  };

  await t.test(
    'B3 B7 B8 a run of the built-in model succeeds with metrics and logs',
    async () => {
      const { status, output, cause } = await run('succeeds', {
        model_uri: 'builtin://digits',
        tolerance: { accuracy_drop: 0.05 },
      });
      assert.equal(status, 'SUCCEEDED', cause ?? '');
      const record = await job('succeeds');
      assert.equal(record.state.S, 'SUCCEEDED');
      const metrics = JSON.parse(record.metrics.S ?? '');
      assert.deepEqual(JSON.parse(output ?? '').metrics, metrics);
      assert.equal(metrics.gate.passed, true);
      assert.deepEqual(
        metrics.steps.map((/** @type {{ step: string }} */ s) => s.step),
        ['baseline', 'prune', 'quantize', 'evaluate'],
      );
      const [before] = metrics.steps;
      const after = metrics.steps.at(-1);
      assert.ok(after.size_bytes < before.size_bytes, 'it became smaller');

      const { Body } = await files.send(
        new GetObjectCommand({
          Bucket: bucket,
          Key: 'runs/succeeds/metrics.json',
        }),
      );
      assert.deepEqual(
        JSON.parse((await Body?.transformToString()) ?? '').steps,
        metrics.steps,
      );
      for (const step of ['baseline', 'prune', 'quantize', 'evaluate']) {
        const family = /task-definition\/([^:]+)/.exec(
          outputs.task_definition_arns.value[step],
        )?.[1];
        const { events = [] } = await logs.send(
          new FilterLogEventsCommand({ logGroupName: `/aws/ecs/${family}` }),
        );
        assert.ok(events.length > 0, `${step} has logged`);
        events.forEach(event => JSON.parse(event.message ?? ''));
      }
    },
  );

  await t.test('B3 B7 a run without its model fails and says why', async () => {
    const { status, error } = await run('fails', {
      model_uri: `s3://${bucket}/uploads/missing/model.npz`,
    });
    assert.equal(status, 'FAILED');
    assert.ok(error, 'the run has an error');
    const record = await job('fails');
    assert.equal(record.state.S, 'FAILED');
    assert.ok(record.error.S && record.cause.S, 'the job has error and cause');
  });
}
