import type { StoredEndpoint } from '../collectors/buildEndpoint';
import type { openStores } from '../database/openStores';
import { shortId } from '../database/shortId';
import { seed } from './seed';

type Stores = Awaited<ReturnType<typeof openStores>>;

const API = 'arn:aws:apigateway:eu-central-1::/restapis/abc123/stages/v1';

/** A live REST API of the baseline stack, as it is stored. */
export function storedEndpoint(
  overrides?: Partial<StoredEndpoint>,
): StoredEndpoint {
  const id = overrides?.id ?? API;
  return {
    id,
    key: shortId(id),
    entityRef: 'component:default/speech',
    kind: 'rest-api',
    name: 'speech-dev-api',
    status: 'live',
    statusReason: 'Stage v1 is deployed.',
    url: 'https://abc123.execute-api.eu-central-1.amazonaws.com/v1/predict',
    method: 'POST',
    auth: 'none',
    stack: 'platform-baseline',
    environment: 'dev',
    accountId: '111111111111',
    region: 'eu-central-1',
    functions: [],
    services: [],
    deployments: [],
    deployedAt: '2026-01-01T00:00:00.000Z',
    collectedAt: '2026-01-02T00:00:00.000Z',
    ...overrides,
  };
}

/** A model of the churn stack that SageMaker hosts. */
export function storedModel(): StoredEndpoint {
  return storedEndpoint({
    id: 'arn:aws:sagemaker:eu-central-1:111111111111:endpoint/churn-dev',
    kind: 'sagemaker-endpoint',
    name: 'churn-dev',
    stack: 'churn',
    url: undefined,
    method: undefined,
    auth: 'iam',
    model: {
      state: 'InService',
      configName: 'churn-dev-1',
      variants: [
        { name: 'all', phases: [] },
        { name: 'next', phases: [] },
      ],
    },
  });
}

/** Stores endpoints as if a collection of their account and region had found them. */
export async function seedEndpoints(
  stores: Stores,
  endpoints: StoredEndpoint[],
): Promise<void> {
  const targets = new Set(
    endpoints.map(({ accountId, region }) => `${accountId} ${region}`),
  );
  for (const target of targets) {
    const [accountId, region] = target.split(' ');
    await seed(
      stores,
      endpoints
        .filter(each => each.accountId === accountId && each.region === region)
        .map(content => ({
          id: content.id,
          entityRef: content.entityRef,
          environment: content.environment,
          status: content.status,
          content,
        })),
      { accountId, region },
    );
  }
}
