import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import type {
  EntityBudgetsResponse,
  EntityEndpointsResponse,
  EntityRef,
  EntityRunsResponse,
  RunListQuery,
} from '@mlinfra/plugin-mlinfra-common';
import {
  allRuns,
  awsEmulated,
  awsMissing,
  budget,
  budgetsResponse,
  collection,
  deniedCollection,
  emulatedEndpoint,
  endpoint,
  everyAlarm,
  everyKind,
  openInstance,
  table,
  deniedPipeline,
  endpointsResponse,
  entityRunsResponse,
  exceededBudget,
  expressPipeline,
  failedEndpoint,
  pipeline,
  prodPipeline,
  succeededRun,
  throttledPipeline,
} from '../src/testing/fixtures';
import { FixtureMlinfraApi } from '../src/testing/FixtureMlinfraApi';
import { endpointAnswers } from './devEndpoints';

const never = new Promise<never>(() => {});
const denied = () => Promise.reject(new NotAllowedError('Unauthorized'));
const failing = () =>
  Promise.reject(
    new ServiceUnavailableError(
      'The database does not answer; try again later.',
    ),
  );

const notYet = { lastAttemptAt: undefined, lastSuccessAt: undefined };

const endpoints: Record<string, () => Promise<EntityEndpointsResponse>> = {
  speech: async () =>
    endpointsResponse({
      items: [...everyKind(), failedEndpoint()],
      databases: [table(), openInstance()],
      alarms: everyAlarm(),
      collections: [collection(), collection({ region: 'eu-west-1' })],
    }),
  emulated: async () =>
    endpointsResponse({ aws: awsEmulated, items: [emulatedEndpoint()] }),
  'partly-failing': async () =>
    endpointsResponse({
      items: [
        endpoint(),
        failedEndpoint({ collectedAt: deniedCollection().lastSuccessAt }),
      ],
      collections: [collection(), deniedCollection()],
    }),
  empty: async () => endpointsResponse({ items: [] }),
  'first-collection': async () =>
    endpointsResponse({ items: [], collections: [collection(notYet)] }),
  'no-aws': async () =>
    endpointsResponse({ aws: awsMissing, items: [], collections: [] }),
  denied,
  failing,
  loading: () => never,
};

const budgetCollection = { collector: 'budgets', region: 'global' } as const;

const budgets: Record<string, () => Promise<EntityBudgetsResponse>> = {
  speech: async () =>
    budgetsResponse({
      items: [
        budget(),
        exceededBudget(),
        budget({
          id: 'new',
          name: 'audio-speech-trial-budget',
          environment: 'trial',
          actual: undefined,
          forecast: undefined,
          usedPercent: undefined,
          status: 'unknown',
        }),
      ],
    }),
  emulated: async () =>
    budgetsResponse({
      aws: awsEmulated,
      items: [budget({ consoleUrl: undefined })],
    }),
  'partly-failing': async () =>
    budgetsResponse({
      items: [budget({ actual: '43.1', usedPercent: 86.2, status: 'warning' })],
      collections: [
        collection(budgetCollection),
        deniedCollection({ ...budgetCollection, lastSuccessAt: undefined }),
      ],
    }),
  empty: async () => budgetsResponse({ items: [] }),
  'first-collection': async () =>
    budgetsResponse({
      items: [],
      collections: [collection({ ...budgetCollection, ...notYet })],
    }),
  'no-aws': async () =>
    budgetsResponse({ aws: awsMissing, items: [], collections: [] }),
  denied,
  failing,
  loading: () => never,
};

const runCollection = { collector: 'runs' } as const;
const noRuns = { items: [], pipelines: [] };

/** Speech has many runs; the fixtures' own answer filters and pages them. */
const runRows = [
  ...allRuns(),
  ...Array.from({ length: 40 }, (_, index) =>
    succeededRun({ id: `earlier-${index}`, name: `run-earlier-${index}` }),
  ),
];

const runs: Record<string, () => Promise<EntityRunsResponse>> = {
  emulated: async () =>
    entityRunsResponse({
      aws: awsEmulated,
      items: [succeededRun({ consoleUrl: undefined })],
      pipelines: [
        pipeline({ consoleUrl: undefined }),
        prodPipeline({ contract: undefined }),
      ],
    }),
  'partly-failing': async () =>
    entityRunsResponse({
      rights: { start: false, stop: false },
      pipelines: [
        pipeline(),
        throttledPipeline(),
        { ...deniedPipeline(), id: 'denied', environment: 'staging' },
        expressPipeline(),
      ],
    }),
  empty: async () => entityRunsResponse(noRuns),
  'first-collection': async () =>
    entityRunsResponse({
      ...noRuns,
      collections: [collection({ ...runCollection, ...notYet })],
    }),
  'no-aws': async () =>
    entityRunsResponse({ ...noRuns, aws: awsMissing, collections: [] }),
  denied,
  failing,
  loading: () => never,
};

class DevMlinfraApi extends FixtureMlinfraApi {
  async getEntityRuns(entityRef: EntityRef, query?: RunListQuery) {
    const answer = runs[parseEntityRef(entityRef).name];
    return answer ? answer() : super.getEntityRuns(entityRef, query);
  }
}

/** Answers by the entity's name. */
export const devMlinfraApi = new DevMlinfraApi({
  runRows,
  endpoints: entityRef => endpoints[parseEntityRef(entityRef).name](),
  budgets: entityRef => budgets[parseEntityRef(entityRef).name](),
  refresh: async () => ({ status: 'too-soon', retryAfterSeconds: 42 }),
  ...endpointAnswers,
});
