import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { Page, Run } from '@mlinfra/plugin-mlinfra-common';
import knexFactory, { type Knex } from 'knex';
import { storedRun } from '../plugins/mlinfra-backend/src/__testUtils__/storedRun';
import { runColumns } from '../plugins/mlinfra-backend/src/runs/store/runRows';
import { startPostgres } from '../tools/bootstrap/setup/postgres.mjs';
import { type BenchPortal, startBenchPortal } from './portal';
import { lines, median } from './statistics';

const RUNS = 100_000;
const ENTITIES = 50;
const REQUESTS = 20;
const PER_INSERT = 100;

/** Lists that pages ask for. */
const LISTS: Array<[string, string]> = [
  ['newest of all', '/runs'],
  ['newest failed ones', '/runs?status=failed'],
  ['newest of an environment that few have', '/runs?environment=prod'],
  ['newest of an entity', '/entities/component/default/speech-0/runs'],
];

/** Asks the routes for pages of runs, where 100,000 are stored. */
export async function benchRunsList(): Promise<string> {
  const rows: Array<[string, string]> = [];
  const folder = await mkdtemp(path.join(tmpdir(), 'mlinfra-bench-'));
  try {
    rows.push(
      ...(await measure(
        'SQLite',
        { client: 'better-sqlite3', connection: { directory: folder } },
        () =>
          knexFactory({
            client: 'better-sqlite3',
            connection: { filename: path.join(folder, 'mlinfra.sqlite') },
            useNullAsDefault: true,
          }),
      )),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const postgres = await startPostgres();
  if (postgres) {
    const url = new URL(postgres.connectionString);
    const server = {
      host: url.hostname,
      port: Number(url.port),
      user: url.username,
      password: '',
    };
    rows.push(
      ...(await measure(
        `PostgreSQL ${postgres.version}`,
        { client: 'pg', connection: server },
        () =>
          knexFactory({
            client: 'pg',
            connection: { ...server, database: 'backstage_plugin_mlinfra' },
          }),
      )),
    );
  } else {
    rows.push(['PostgreSQL', 'not measured: it is not installed']);
  }
  return lines(
    `Pages of runs over HTTP, with ${RUNS} stored; median of ${REQUESTS}`,
    rows,
  );
}

async function measure(
  name: string,
  database: JsonObject,
  connect: () => Knex,
): Promise<Array<[string, string]>> {
  const entities = Array.from({ length: ENTITIES }, (_, index) =>
    component(`speech-${index}`),
  );
  const portal = await startBenchPortal({ entities, database });
  try {
    const knex = connect();
    await fill(knex);
    await knex.destroy();
    const rows: Array<[string, string]> = [];
    for (const [what, list] of LISTS) {
      rows.push([`${name}: ${what}`, await timed(portal, list)]);
    }
    return rows;
  } finally {
    await portal.stop();
  }
}

/** First page and one that continues, as people page. */
async function timed(portal: BenchPortal, list: string): Promise<string> {
  const first: number[] = [];
  const next: number[] = [];
  for (let request = 0; request < REQUESTS; request++) {
    const started = performance.now();
    const page = (await portal.get(list)) as Page<Run>;
    first.push(performance.now() - started);
    const { nextCursor } = page.pageInfo;
    if (page.items.length === 0 || !nextCursor) {
      throw new Error(`${list} answered no page that another one follows`);
    }
    const join = list.includes('?') ? '&' : '?';
    const again = performance.now();
    await portal.get(`${list}${join}cursor=${encodeURIComponent(nextCursor)}`);
    next.push(performance.now() - again);
  }
  return `first page ${median(first).toFixed(1)} ms, the next ${median(
    next,
  ).toFixed(1)} ms`;
}

async function fill(knex: Knex): Promise<void> {
  const start = Date.UTC(2026, 0, 1);
  const rows = Array.from({ length: RUNS }, (_, index) =>
    runColumns(
      storedRun({
        name: `run-${index}`,
        pipelineId: `arn:aws:states:eu-central-1:111111111111:stateMachine:speech-${
          index % ENTITIES
        }`,
        entityRef: `component:default/speech-${index % ENTITIES}`,
        environment: index < RUNS / 1000 ? 'prod' : 'dev',
        status: index % 20 === 0 ? 'failed' : 'succeeded',
        startedAt: new Date(start + index * 60_000).toISOString(),
        cause: 'x'.repeat(200),
      }),
    ),
  );
  await knex.transaction(transaction =>
    transaction.batchInsert('runs', rows, PER_INSERT),
  );
  await knex.raw('analyze');
}

function component(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'mlinfra.io/stacks': 'compression-pipeline' },
    },
    spec: { type: 'service', owner: 'group:default/ml-demo' },
  };
}
