import {
  CreateStateMachineCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { MLINFRA_TAGS } from '@mlinfra/plugin-mlinfra-common';
import knexFactory from 'knex';
import { component } from '../plugins/mlinfra-backend/src/__testUtils__/entities';
import { startEmulator } from '../plugins/mlinfra-backend/src/__testUtils__/startEmulator';
import { connectAws } from '../plugins/mlinfra-backend/src/aws/connectAws';
import { awsQuota } from '../plugins/mlinfra-backend/src/aws/awsQuotas';
import { ClaimChecker } from '../plugins/mlinfra-backend/src/claims/ClaimChecker';
import { RunsCollector } from '../plugins/mlinfra-backend/src/collectors/RunsCollector';
import { readMlinfraConfig } from '../plugins/mlinfra-backend/src/config/readMlinfraConfig';
import { openStores } from '../plugins/mlinfra-backend/src/database/openStores';
import { Redactor } from '../plugins/mlinfra-backend/src/runs/redaction/Redactor';
import { awsRequests, forgetAwsCalls, total } from './awsCalls';
import { lines } from './statistics';

const ACCOUNT = '123456789012';
const REGION = 'eu-central-1';
const TARGET = {
  collector: 'runs',
  accountId: ACCOUNT,
  region: REGION,
} as const;
const ROUNDS = 3;
const MACHINES = [1, 10, 100];

/** Waits long enough to be running whenever it is looked at. */
const DEFINITION = JSON.stringify({
  StartAt: 'Wait',
  States: { Wait: { Type: 'Wait', Seconds: 3600, End: true } },
});

/** Counts what one round of the runs collector asks of AWS. */
export async function benchRunsCollection(): Promise<string> {
  const rows: Array<[string, string]> = [];
  for (const count of MACHINES) {
    const { first, idle, running } = await measure(count);
    rows.push([
      `${count} state machines`,
      `first round ${first}, idle ${idle}, with one running ${running}`,
    ]);
  }
  const { runs, schedules } = readMlinfraConfig(
    mockServices.rootConfig({ data: {} }),
  );
  const quota = awsQuota('ListExecutions', REGION);
  const seconds = schedules.runs.frequencyMs / 1000;
  const lists = Math.floor((quota?.perSecond ?? 0) * runs.quotaShare * seconds);
  rows.push([
    'allowed by default',
    `${lists} lists of executions per round of ${seconds} s in ${REGION}; 100 idle machines are asked in ${Math.ceil(
      100 / lists,
    )} rounds`,
  ]);
  return lines(
    'AWS calls per round for one account and region: pipelines and their runs',
    rows,
  );
}

async function measure(count: number) {
  const emulator = await startEmulator();
  process.env.AWS_ENDPOINT_URL = emulator.endpoint;
  process.env.AWS_ACCESS_KEY_ID = 'emulated';
  process.env.AWS_SECRET_ACCESS_KEY = 'emulated';
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  try {
    const arns = await createMachines(count);
    const stores = await openStores({ getClient: async () => knex });
    const calls = async (rounds: number) => {
      await forgetAwsCalls(emulator.endpoint);
      for (let round = 0; round < rounds; round++) {
        await collect(stores, count);
      }
      const requests = await awsRequests(emulator.endpoint);
      return (total(requests) / rounds).toFixed(1);
    };
    const first = await calls(1);
    const idle = await calls(ROUNDS);
    await new SFNClient({ region: REGION }).send(
      new StartExecutionCommand({ stateMachineArn: arns[0], name: 'run-1' }),
    );
    await collect(stores, count);
    return { first, idle, running: await calls(ROUNDS) };
  } finally {
    await knex.destroy();
    await emulator.stop();
  }
}

/** One round of a process whose share of the quota has refilled. */
async function collect(
  stores: Awaited<ReturnType<typeof openStores>>,
  count: number,
): Promise<void> {
  const rootConfig = mockServices.rootConfig({
    data: {
      aws: {
        accounts: [
          { accountId: ACCOUNT, accessKeyId: 'x', secretAccessKey: 'y' },
        ],
      },
      mlinfra: {
        accounts: [{ accountId: ACCOUNT, regions: [REGION], emulated: true }],
      },
    },
  });
  const config = readMlinfraConfig(rootConfig);
  const collector = new RunsCollector({
    ...stores,
    source: connectAws(rootConfig, config.aws, 1).executions,
    claims: new ClaimChecker(
      catalogServiceMock({
        entities: Array.from({ length: count }, (_, index) =>
          component(`speech-${index}`),
        ),
      }),
      mockServices.auth(),
    ),
    redactor: new Redactor(),
    retentionMs: config.runs.retentionMs,
    frequencyMs: config.schedules.runs.frequencyMs,
    timeoutMs: 5 * 60_000,
  });
  const now = new Date().toISOString();
  const output = await collector.collect({
    account: config.accounts[0],
    call: { ...TARGET, signal: new AbortController().signal },
    details: await stores.collections.details(TARGET),
    earlier: [],
    refreshes: new Map(),
    now,
  });
  await stores.knex.transaction(transaction =>
    stores.collections.replace(transaction, TARGET, output, now),
  );
}

async function createMachines(count: number): Promise<string[]> {
  const sfn = new SFNClient({ region: REGION });
  const arns: string[] = [];
  for (let index = 0; index < count; index++) {
    const { stateMachineArn } = await sfn.send(
      new CreateStateMachineCommand({
        name: `speech-${index}`,
        definition: DEFINITION,
        roleArn: `arn:aws:iam::${ACCOUNT}:role/speech`,
        tags: [
          {
            key: MLINFRA_TAGS.entityRef,
            value: `component:default/speech-${index}`,
          },
          { key: MLINFRA_TAGS.environment, value: 'dev' },
        ],
      }),
    );
    arns.push(stateMachineArn ?? '');
  }
  return arns;
}
