import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import type {
  EntityBudgetsResponse,
  EntityEndpointsResponse,
} from '@mlinfra/plugin-mlinfra-common';
import {
  awsEmulated,
  awsMissing,
  budget,
  budgetsResponse,
  collection,
  deniedCollection,
  emulatedEndpoint,
  endpoint,
  endpointsResponse,
  exceededBudget,
  failedEndpoint,
} from '../src/testing/fixtures';
import { FixtureMlinfraApi } from '../src/testing/FixtureMlinfraApi';

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
      items: [endpoint(), failedEndpoint()],
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

/** Answers by the entity's name. */
export const devMlinfraApi = new FixtureMlinfraApi({
  endpoints: entityRef => endpoints[parseEntityRef(entityRef).name](),
  budgets: entityRef => budgets[parseEntityRef(entityRef).name](),
  refresh: async () => ({ status: 'too-soon', retryAfterSeconds: 42 }),
  endpointRows: Array.from({ length: 60 }, (_, index) =>
    (index % 7 === 3 ? failedEndpoint : endpoint)({
      id: `endpoint-${index}`,
      entityRef: `component:default/speech-${index}`,
    }),
  ),
});
