// @ts-check
import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { BudgetsClient, CreateBudgetCommand } from '@aws-sdk/client-budgets';
import { CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { demoBudgets, demoEndpoints } from './demoTeam.mjs';
import { seedPipeline } from './seedPipeline.mjs';

/**
 * How an SDK client reaches the emulated AWS.
 *
 * @typedef {{ endpoint: string, credentials: { accessKeyId: string, secretAccessKey: string } }} DemoClient
 */

/**
 * Makes the demo team's resources in the emulated AWS, through the AWS SDK as
 * anybody would. Refuses to run against anything but a loopback endpoint, so
 * that no real account ever gets demo data.
 *
 * @param {{ endpoint: string, accountId: string, environment: NodeJS.ProcessEnv }} emulator
 * @returns {Promise<{ client: DemoClient, stateMachineArn: string }>}
 */
export async function seedDemo({ endpoint, accountId, environment }) {
  const { hostname } = new URL(endpoint);
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) {
    throw new Error(
      `Demo data goes into the emulated AWS only, and ${endpoint} is not on this machine`,
    );
  }
  const base = {
    endpoint,
    credentials: {
      accessKeyId: String(environment.AWS_ACCESS_KEY_ID),
      secretAccessKey: String(environment.AWS_SECRET_ACCESS_KEY),
    },
  };
  for (const demo of demoEndpoints) {
    await seedEndpoint({ ...base, region: demo.region }, demo);
  }
  const budgets = new BudgetsClient({ ...base, region: 'us-east-1' });
  for (const budget of demoBudgets) {
    await budgets.send(
      new CreateBudgetCommand({ AccountId: accountId, ...budget }),
    );
  }
  return {
    client: base,
    stateMachineArn: await seedPipeline({ endpoint, accountId, client: base }),
  };
}

/**
 * @param {DemoClient & { region: string }} client
 * @param {import('./demoTeam.mjs').DemoEndpoint} demo
 */
async function seedEndpoint(client, demo) {
  const { name, tags } = demo;
  const iam = new IAMClient(client);
  const { Role } = await iam.send(
    new CreateRoleCommand({
      RoleName: `${name}-function`,
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'lambda.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      }),
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  );
  const { FunctionArn } = await new LambdaClient(client).send(
    new CreateFunctionCommand({
      FunctionName: `${name}-function`,
      Role: Role?.Arn,
      PackageType: 'Image',
      Code: { ImageUri: demo.imageUri },
      MemorySize: demo.memoryMb,
      Timeout: demo.timeoutSeconds,
      Tags: tags,
    }),
  );
  const gateway = new APIGatewayClient(client);
  const api = await gateway.send(
    new CreateRestApiCommand({ name: `${name}-api`, tags }),
  );
  const { items = [] } = await gateway.send(
    new GetResourcesCommand({ restApiId: api.id }),
  );
  const predict = await gateway.send(
    new CreateResourceCommand({
      restApiId: api.id,
      parentId: items[0]?.id,
      pathPart: 'predict',
    }),
  );
  const method = {
    restApiId: api.id,
    resourceId: predict.id,
    httpMethod: 'POST',
  };
  await gateway.send(
    new PutMethodCommand({
      ...method,
      authorizationType: 'NONE',
      apiKeyRequired: demo.apiKeyRequired,
    }),
  );
  await gateway.send(
    new PutIntegrationCommand({
      ...method,
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      uri: `arn:aws:apigateway:${client.region}:lambda:path/2015-03-31/functions/${FunctionArn}/invocations`,
    }),
  );
  const deployment = await gateway.send(
    new CreateDeploymentCommand({ restApiId: api.id }),
  );
  await gateway.send(
    new CreateStageCommand({
      restApiId: api.id,
      stageName: 'v1',
      deploymentId: deployment.id,
      tags,
    }),
  );
}
