import { setTimeout as sleep } from 'node:timers/promises';
import type { Entity } from '@backstage/catalog-model';
import type { EntityEndpointsResponse } from '@mlinfra/plugin-mlinfra-common';
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
    await untilCollected(portal.get, names[count - 1]);
    const first = await callsOfFirstRound(emulator.endpoint);
    await forgetAwsCalls(emulator.endpoint);
    const steady = await callsPerRound(emulator.endpoint);

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

/** Both collectors read for the first time; then nothing comes for a second. */
async function callsOfFirstRound(endpoint: string): Promise<number> {
  let last = 0;
  for (;;) {
    const now = total(await awsRequests(endpoint));
    if (now > 0 && now === last) {
      return now;
    }
    last = now;
    await sleep(1000);
  }
}

/**
 * Calls of a round of both collectors, from several rounds: each asks once for
 * the REST APIs and once for the budgets.
 */
async function callsPerRound(endpoint: string): Promise<string> {
  await sleep(20_000);
  const requests = await awsRequests(endpoint);
  const budgets = requests.filter(({ service }) => service === 'budgets');
  const inventory = requests.filter(({ service }) => service !== 'budgets');
  const perRound =
    total(inventory) / total(inventory, 'GetRestApis') +
    total(budgets) / total(budgets, 'DescribeBudgets');
  return perRound.toFixed(1);
}

async function untilCollected(
  get: (path: string) => Promise<unknown>,
  name: string,
) {
  for (let tries = 0; tries < 120; tries++) {
    const { items } = (await get(
      `/entities/component/default/${name}/endpoints`,
    )) as EntityEndpointsResponse;
    if (items.length > 0) {
      return;
    }
    await sleep(250);
  }
  throw new Error(`${name} was not collected within 30 s`);
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
