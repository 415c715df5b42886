import { setTimeout as sleep } from 'node:timers/promises';
import type { Entity } from '@backstage/catalog-model';
import type { AccountsResponse } from '@mlinfra/plugin-mlinfra-common';
import {
  createApi as createRestApi,
  createBudget,
  createFunction,
  deployApi as deployRestApi,
} from '../plugins/mlinfra-backend/src/__testUtils__/createInferenceApi';
import {
  createAlarm,
  createBalancer,
  createInstance,
  createLinkedApi,
  createModel,
  createService,
  createTable,
} from '../plugins/mlinfra-backend/src/__testUtils__/createPlatform';
import { startEmulator } from '../plugins/mlinfra-backend/src/__testUtils__/startEmulator';
import { awsRequests, forgetAwsCalls, total } from './awsCalls';
import { startBenchPortal } from './portal';
import { lines } from './statistics';

const ACCOUNT = '123456789012';
const REGION = 'eu-central-1';

/** What is counted; runs are counted by themselves. */
const COUNTED = ['inventory', 'budgets'];
/** From so many rounds the mean is taken. */
const ROUNDS = 3;
const POLL_MS = 100;
const MOST_TRIES = 3000;

type Get = (path: string) => Promise<unknown>;
type Deploy = (name: string) => Promise<void>;

/**
 * Counts what the collectors ask of AWS, with few and with many entities, and
 * what a page view asks of it.
 */
export async function benchCollection(): Promise<string> {
  return [
    await table('an inference API and a budget each', deployApi),
    await table('every kind of endpoint, database and alarm each', deployAll),
  ].join('\n\n');
}

async function table(what: string, deploy: Deploy): Promise<string> {
  const rows: Array<[string, string]> = [];
  for (const count of [1, 10, 100]) {
    const { first, steady, view } = await measure(count, deploy);
    rows.push([
      `${count} entities`,
      `first round ${first}, each later one ${steady}, entity page ${view}`,
    ]);
  }
  return lines(`AWS calls for one account and region: ${what}`, rows);
}

async function measure(count: number, deploy: Deploy) {
  const emulator = await startEmulator();
  process.env.AWS_ENDPOINT_URL = emulator.endpoint;
  process.env.AWS_ACCESS_KEY_ID = 'emulated';
  process.env.AWS_SECRET_ACCESS_KEY = 'emulated';
  process.env.AWS_REGION = REGION;
  const names = Array.from({ length: count }, (_, index) => `speech-${index}`);
  for (const name of names) {
    await deploy(name);
  }
  await forgetAwsCalls(emulator.endpoint);
  const portal = await startBenchPortal({
    accountId: ACCOUNT,
    region: REGION,
    entities: names.map(component),
  });
  try {
    await untilIdle(portal.get);
    const first = total(await awsRequests(emulator.endpoint));
    // A round reads so many new resources at most; the next ones read the rest.
    await callsPerRound(emulator.endpoint, portal.get);
    await forgetAwsCalls(emulator.endpoint);
    const steady = await callsPerRound(emulator.endpoint, portal.get);

    const before = total(await awsRequests(emulator.endpoint));
    await Promise.all(
      ['summary', 'endpoints', 'budgets'].map(route =>
        portal.get(`/entities/component/default/${names[0]}/${route}`),
      ),
    );
    const after = total(await awsRequests(emulator.endpoint));
    return { first, steady, view: after - before };
  } finally {
    await portal.stop();
    await emulator.stop();
  }
}

/**
 * Calls of a round of both collectors, from several rounds: each asks once for
 * the REST APIs and once for the budgets.
 */
async function callsPerRound(endpoint: string, get: Get): Promise<string> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    await sleep(POLL_MS);
    const requests = await awsRequests(endpoint);
    const budgets = requests.filter(({ service }) => service === 'budgets');
    const inventory = requests.filter(({ service }) => service !== 'budgets');
    const rounds = [
      total(inventory, 'GetRestApis'),
      total(budgets, 'DescribeBudgets'),
    ];
    if (Math.min(...rounds) >= ROUNDS && (await isIdle(get))) {
      return (
        total(inventory) / rounds[0] +
        total(budgets) / rounds[1]
      ).toFixed(1);
    }
  }
  throw new Error(`no ${ROUNDS} rounds were made in time`);
}

/** Both collectors have read everything once. */
async function untilIdle(get: Get): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (await isIdle(get)) {
      return;
    }
    await sleep(POLL_MS);
  }
  throw new Error('the account was not read in time');
}

async function isIdle(get: Get): Promise<boolean> {
  const { items } = (await get('/accounts')) as AccountsResponse;
  const counted = items
    .flatMap(({ collections }) => collections)
    .filter(({ collector }) => COUNTED.includes(collector));
  return (
    counted.length === COUNTED.length &&
    counted.every(({ lastSuccessAt, running }) => lastSuccessAt && !running)
  );
}

async function deployApi(name: string) {
  const api = {
    accountId: ACCOUNT,
    region: REGION,
    entityRef: `component:default/${name}`,
    name,
    environment: 'dev',
  };
  const restApiId = await createRestApi(api, await createFunction(api));
  await deployRestApi(api, restApiId);
  await createBudget(api, { limit: '50', actual: '10' });
}

async function deployAll(name: string) {
  await deployApi(name);
  const platform = {
    region: REGION,
    entityRef: `component:default/${name}`,
    name,
    stack: 'churn',
  };
  const registryArn = `arn:aws:servicediscovery:${REGION}:${ACCOUNT}:service/${name}`;
  const { targetGroupArn } = await createBalancer(platform);
  await createService(platform, { registryArn, targetGroupArn });
  await createLinkedApi(platform, registryArn);
  await createModel(platform);
  await createTable(platform);
  await createInstance(platform);
  await createAlarm(platform, {
    namespace: 'AWS/DynamoDB',
    name: 'ThrottledRequests',
    dimensions: { TableName: name },
  });
}

function component(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'mlinfra.io/stacks': 'inference-api' },
    },
    spec: { type: 'service', owner: 'group:default/ml-demo' },
  };
}
