import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  APIGatewayClient,
  CreateApiKeyCommand,
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { mockServices } from '@backstage/backend-test-utils';
import { isolateAwsEnvironment } from './__testUtils__/awsEnvironment';
import { createFunction } from './__testUtils__/createInferenceApi';
import { accountConfig, mlinfraConfig } from './__testUtils__/mlinfraConfig';
import { emulatorMissing, startEmulator } from './__testUtils__/startEmulator';
import { storedEndpoint } from './__testUtils__/storedEndpoint';
import { connectAws } from './aws/connectAws';
import { EndpointTrier } from './endpoints/tryIt/EndpointTrier';

const missing = emulatorMissing();
const ACCOUNT = '123456789012';
const REGION = 'eu-central-1';
const HANDLER = `
import json

def handler(event, context):
    return {"statusCode": 200, "body": json.dumps({"echo": json.loads(event["body"]), "path": event["path"]})}
`;

if (missing) {
  // eslint-disable-next-line no-console
  console.warn(`Requests to emulated endpoints are not tested: ${missing}`);
}

(missing ? describe.skip : describe)('requests to emulated APIs', () => {
  isolateAwsEnvironment();
  let emulator: Awaited<ReturnType<typeof startEmulator>>;
  let functionArn: string;
  const folder = mkdtempSync(join(tmpdir(), 'mlinfra-handler-'));

  beforeAll(async () => {
    emulator = await startEmulator();
    process.env.AWS_ENDPOINT_URL = emulator.endpoint;
    functionArn = await createFunction({
      accountId: ACCOUNT,
      region: REGION,
      entityRef: 'component:default/speech',
      name: 'ml-speech',
      environment: 'dev',
    });
    writeFileSync(join(folder, 'app.py'), HANDLER);
    const answer = await fetch(
      `${emulator.endpoint}/mlinfra-emulator/functions`,
      {
        method: 'PUT',
        body: JSON.stringify({
          image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/ml-speech`,
          directory: folder,
          handler: 'app.handler',
        }),
      },
    );
    if (!answer.ok) {
      throw new Error(`The folder is not taken: ${await answer.text()}`);
    }
  }, 120_000);

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await emulator?.stop();
  });

  /** An API with one method, as the baseline stack deploys it. */
  async function deploy(method: {
    authorizationType: string;
    apiKeyRequired?: boolean;
  }): Promise<string> {
    const client = new APIGatewayClient({
      region: REGION,
      credentials: { accessKeyId: 'x', secretAccessKey: 'y' },
    });
    const { id: restApiId } = await client.send(
      new CreateRestApiCommand({ name: 'speech' }),
    );
    const { items } = await client.send(new GetResourcesCommand({ restApiId }));
    const { id: resourceId } = await client.send(
      new CreateResourceCommand({
        restApiId,
        parentId: items?.[0].id,
        pathPart: 'predict',
      }),
    );
    const at = { restApiId, resourceId, httpMethod: 'POST' };
    await client.send(new PutMethodCommand({ ...at, ...method }));
    await client.send(
      new PutIntegrationCommand({
        ...at,
        type: 'AWS_PROXY',
        integrationHttpMethod: 'POST',
        uri: `arn:aws:apigateway:${REGION}:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
      }),
    );
    await client.send(
      new CreateDeploymentCommand({ restApiId, stageName: 'v1' }),
    );
    if (method.apiKeyRequired) {
      const { id: usagePlanId } = await client.send(
        new CreateUsagePlanCommand({
          name: 'speech',
          apiStages: [{ apiId: restApiId, stage: 'v1' }],
        }),
      );
      const { id: keyId } = await client.send(
        new CreateApiKeyCommand({ name: 'speech', enabled: true }),
      );
      await client.send(
        new CreateUsagePlanKeyCommand({
          usagePlanId,
          keyId,
          keyType: 'API_KEY',
        }),
      );
    }
    return restApiId ?? '';
  }

  function trier() {
    const keys = { accessKeyId: 'x', secretAccessKey: 'y' };
    const { invocations } = connectAws(
      mockServices.rootConfig({
        data: {
          aws: {
            accounts: [{ accountId: ACCOUNT, roleName: 'portal' }],
            mainAccount: keys,
          },
        },
      }),
      { maxAttempts: 1, concurrency: 1, requestTimeoutMs: 10_000 },
      1,
    );
    return new EndpointTrier({
      config: mlinfraConfig([accountConfig(ACCOUNT, { emulated: true })]),
      invocations,
    });
  }

  it.each([
    ['iam', { authorizationType: 'AWS_IAM' }],
    ['api-key', { authorizationType: 'NONE', apiKeyRequired: true }],
  ] as const)(
    'get the answer of the function with the right %s, and a refusal without',
    async (auth, method) => {
      const apiId = await deploy(method);
      const endpoint = storedEndpoint({
        id: `arn:aws:apigateway:${REGION}::/restapis/${apiId}/stages/v1`,
        url: `https://${apiId}.execute-api.${REGION}.amazonaws.com/v1/predict`,
        accountId: ACCOUNT,
        auth,
      });
      const request = { request: 'POST /predict', body: '{"features":{}}' };
      const answer = await trier().send(endpoint, request);
      expect(answer).toMatchObject({
        status: 200,
        body: '{"echo": {"features": {}}, "path": "/predict"}',
      });
      const anonymous = await trier().send(
        { ...endpoint, auth: 'none' },
        request,
      );
      expect(anonymous.status).toBe(403);
    },
    120_000,
  );
});
