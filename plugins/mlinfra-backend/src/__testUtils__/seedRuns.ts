import type { StoredPipeline, StoredRun, StoredStep } from '../runs/model';
import type { openStores } from '../database/openStores';
import { seed } from './seed';
import { machineArn } from './standInStates';

type Stores = Awaited<ReturnType<typeof openStores>>;

/** A pipeline as it is stored. */
export function storedPipeline(
  overrides?: Partial<StoredPipeline>,
): StoredPipeline {
  return {
    id: machineArn('speech-compress'),
    entityRef: 'component:default/speech',
    name: 'speech-compress',
    type: 'STANDARD',
    stack: 'compression-pipeline',
    environment: 'dev',
    accountId: '111111111111',
    region: 'eu-central-1',
    collectedAt: '2026-01-01T00:00:00.000Z',
    ...overrides,
  };
}

/** Stores pipelines as if a collection had found them. */
export async function seedPipelines(
  stores: Stores,
  pipelines: StoredPipeline[],
): Promise<void> {
  const rows = pipelines.map(content => ({
    id: content.id,
    entityRef: content.entityRef,
    environment: content.environment,
    status: 'ACTIVE',
    content,
  }));
  await seed(stores, rows, { collector: 'runs' });
}

/** Stores runs, and the history of the first. */
export async function seedRuns(
  stores: Stores,
  runs: StoredRun[],
  history?: { input?: string; definition?: string; steps?: StoredStep[] },
): Promise<void> {
  await stores.runs.upsert(runs, '2026-01-01T00:00:00.000Z');
  if (history) {
    const [{ id }] = runs;
    await stores
      .knex('runs')
      .where({ id })
      .update({ history_state: 'complete', history_events: 3 });
    await stores.knex('run_histories').insert({
      run_id: id,
      input: history.input ?? null,
      definition: history.definition ?? null,
      steps: JSON.stringify(history.steps ?? []),
    });
    await stores.knex('run_events').insert(
      [1, 2, 3].map(event => ({
        run_id: id,
        event_id: event,
        content: JSON.stringify({
          id: event,
          at: '2026-01-01T00:00:00.000Z',
          type: 'TaskScheduled',
        }),
      })),
    );
  }
}

/** A step that failed, with a log. */
export function failedStep(overrides?: Partial<StoredStep>): StoredStep {
  return {
    id: '7',
    stateName: 'Prune',
    stateType: 'Task',
    status: 'failed',
    enteredAt: '2026-01-01T00:00:00.000Z',
    exitedAt: '2026-01-01T00:05:00.000Z',
    attempts: [
      {
        number: 1,
        status: 'failed',
        startedAt: '2026-01-01T00:00:00.000Z',
        endedAt: '2026-01-01T00:05:00.000Z',
        hasLog: true,
      },
    ],
    logs: { 1: { group: '/ecs/steps', stream: 'prune/prune/abc' } },
    ...overrides,
  };
}
