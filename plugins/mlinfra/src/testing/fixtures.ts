import type { Entity } from '@backstage/catalog-model';
import type {
  Account,
  AccountsResponse,
  AwsConnection,
  Budget,
  CollectionState,
  Endpoint,
  EntityBudgetsResponse,
  EntityEndpointsResponse,
} from '@mlinfra/plugin-mlinfra-common';

/** Ages are relative to the start of the test or of the development app. */
const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

export const DEV_ACCOUNT = '123456789012';
export const PROD_ACCOUNT = '210987654321';

/** A component whose repository was generated. */
export function componentEntity(
  name = 'speech',
  overrides: Partial<Entity> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'mlinfra.io/stacks': 'inference-api',
        'mlinfra.io/environments': 'dev,prod',
      },
    },
    spec: {
      type: 'service',
      owner: 'group:default/audio',
      lifecycle: 'production',
    },
    relations: [
      { type: 'providesApi', targetRef: `api:default/${name}` },
      { type: 'ownedBy', targetRef: 'group:default/audio' },
    ],
    ...overrides,
  };
}

export const awsConnected: AwsConnection = { connected: true, emulated: false };
export const awsEmulated: AwsConnection = { connected: true, emulated: true };
export const awsMissing: AwsConnection = { connected: false, emulated: false };

/** A live endpoint in dev. */
export function endpoint(overrides: Partial<Endpoint> = {}): Endpoint {
  const stage =
    'arn:aws:apigateway:eu-central-1::/restapis/a1b2c3d4e5/stages/v1';
  return {
    id: stage,
    entityRef: 'component:default/speech',
    kind: 'rest-api',
    name: 'audio-speech-dev-api',
    status: 'live',
    statusReason: 'Stage v1 is deployed and its function is active.',
    url: 'https://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com/v1/predict',
    method: 'POST',
    auth: 'api-key',
    stack: 'inference-api',
    environment: 'dev',
    templateVersion: '0.1.0',
    accountId: DEV_ACCOUNT,
    accountName: 'ml-dev',
    region: 'eu-central-1',
    functions: [
      {
        name: 'audio-speech-dev-predict',
        arn: `arn:aws:lambda:eu-central-1:${DEV_ACCOUNT}:function:audio-speech-dev-predict`,
        state: 'Active',
        lastUpdateStatus: 'Successful',
        memoryMb: 3008,
        timeoutSeconds: 900,
        packageType: 'Image',
        lastModified: minutesAgo(60 * 26),
        consoleUrl:
          'https://eu-central-1.console.aws.amazon.com/lambda/home?region=eu-central-1#/functions/audio-speech-dev-predict',
      },
    ],
    deployedAt: '2026-01-30T09:15:00.000Z',
    consoleUrl:
      'https://eu-central-1.console.aws.amazon.com/apigateway/main/apis/a1b2c3d4e5/resources?region=eu-central-1',
    collectedAt: minutesAgo(3),
    ...overrides,
  };
}

/** A live endpoint in an emulated account, of which there is no console. */
export function emulatedEndpoint(): Endpoint {
  return endpoint({
    consoleUrl: undefined,
    functions: endpoint().functions.map(each => ({
      ...each,
      consoleUrl: undefined,
    })),
  });
}

/** A failed endpoint in prod. */
export function failedEndpoint(overrides: Partial<Endpoint> = {}): Endpoint {
  return endpoint({
    id: 'arn:aws:apigateway:eu-west-1::/restapis/f6g7h8i9j0/stages/v1',
    name: 'audio-speech-prod-api',
    status: 'failed',
    statusReason:
      'Function audio-speech-prod-predict is in state Failed: the image of its last update cannot be pulled. Push the image again and apply the stack.',
    url: 'https://f6g7h8i9j0.execute-api.eu-west-1.amazonaws.com/v1/predict',
    auth: 'iam',
    environment: 'prod',
    accountId: PROD_ACCOUNT,
    accountName: 'ml-prod',
    region: 'eu-west-1',
    functions: [],
    ...overrides,
  });
}

/** A budget with spend well below its limit. */
export function budget(overrides: Partial<Budget> = {}): Budget {
  return {
    id: `arn:aws:budgets::${DEV_ACCOUNT}:budget/audio-speech-dev-budget`,
    entityRef: 'component:default/speech',
    name: 'audio-speech-dev-budget',
    accountId: DEV_ACCOUNT,
    accountName: 'ml-dev',
    environment: 'dev',
    timeUnit: 'MONTHLY',
    limit: '50',
    actual: '21.235',
    forecast: '38.4',
    usedPercent: 42.5,
    status: 'ok',
    consoleUrl:
      'https://us-east-1.console.aws.amazon.com/costmanagement/home#/budgets/overview',
    collectedAt: minutesAgo(12),
    ...overrides,
  };
}

/** A budget that is spent. */
export function exceededBudget(overrides: Partial<Budget> = {}): Budget {
  return budget({
    id: `arn:aws:budgets::${PROD_ACCOUNT}:budget/audio-speech-prod-budget`,
    name: 'audio-speech-prod-budget',
    accountId: PROD_ACCOUNT,
    accountName: 'ml-prod',
    environment: 'prod',
    limit: '1200',
    actual: '1411.2',
    forecast: '1530.07',
    usedPercent: 117.6,
    status: 'exceeded',
    ...overrides,
  });
}

/** A collection that succeeded minutes ago. */
export function collection(
  overrides: Partial<CollectionState> = {},
): CollectionState {
  return {
    collector: 'inventory',
    accountId: DEV_ACCOUNT,
    accountName: 'ml-dev',
    region: 'eu-central-1',
    lastSuccessAt: minutesAgo(3),
    lastAttemptAt: minutesAgo(3),
    running: false,
    stale: false,
    ...overrides,
  };
}

/** A collection that AWS refuses, with data from yesterday. */
export function deniedCollection(
  overrides: Partial<CollectionState> = {},
): CollectionState {
  return collection({
    accountId: PROD_ACCOUNT,
    accountName: 'ml-prod',
    region: 'eu-west-1',
    lastSuccessAt: minutesAgo(60 * 25),
    lastAttemptAt: minutesAgo(4),
    stale: true,
    error: {
      kind: 'access-denied',
      message:
        'The role mlinfra-read may not call apigateway:GET. Add the statement "Inventory" of the documented policy to the role.',
      operation: 'apigateway:GetRestApis',
      at: minutesAgo(4),
    },
    ...overrides,
  });
}

/** What an entity's endpoints look like when all is well. */
export function endpointsResponse(
  overrides: Partial<EntityEndpointsResponse> = {},
): EntityEndpointsResponse {
  return {
    entityRef: 'component:default/speech',
    aws: awsConnected,
    items: [endpoint()],
    collections: [collection()],
    ...overrides,
  };
}

/** What an entity's budgets look like when all is well. */
export function budgetsResponse(
  overrides: Partial<EntityBudgetsResponse> = {},
): EntityBudgetsResponse {
  return {
    entityRef: 'component:default/speech',
    aws: awsConnected,
    items: [budget()],
    collections: [collection({ collector: 'budgets', region: 'global' })],
    ...overrides,
  };
}

/** The account for dev. */
export function devAccount(overrides: Partial<Account> = {}): Account {
  return {
    accountId: DEV_ACCOUNT,
    name: 'ml-dev',
    regions: ['eu-central-1', 'eu-west-1'],
    environments: ['dev'],
    emulated: false,
    collections: [
      collection(),
      collection({ collector: 'budgets', region: 'global' }),
    ],
    rejectedClaims: [],
    ...overrides,
  };
}

/** The account for prod, which cannot be read, and in which a tag claims too much. */
export function prodAccount(overrides: Partial<Account> = {}): Account {
  return devAccount({
    accountId: PROD_ACCOUNT,
    name: 'ml-prod',
    regions: ['eu-west-1'],
    environments: ['prod'],
    collections: [
      deniedCollection(),
      collection({
        collector: 'budgets',
        accountId: PROD_ACCOUNT,
        region: 'global',
        lastSuccessAt: undefined,
        lastAttemptAt: undefined,
      }),
    ],
    rejectedClaims: [
      {
        resourceArn:
          'arn:aws:apigateway:eu-west-1::/restapis/zz99zz99zz/stages/v1',
        claimedEntityRef: 'component:default/payments',
        reason:
          'Its owner group:default/payments is not among the owners of account ml-prod.',
        collectedAt: minutesAgo(30),
      },
    ],
    ...overrides,
  });
}

/** Two connected accounts. */
export function accountsResponse(
  overrides: Partial<AccountsResponse> = {},
): AccountsResponse {
  return {
    aws: awsConnected,
    items: [devAccount(), prodAccount()],
    ...overrides,
  };
}
