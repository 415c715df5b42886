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
import { seedFunction } from './seedFunction.mjs';

/**
 * Makes an inference API.
 *
 * @param {import('./seed.mjs').DemoClient & { region: string }} client
 * @param {import('./demoTeam.mjs').DemoEndpoint} demo
 */
export async function seedRestApi(client, demo) {
  const { name, tags } = demo;
  const functionArn = await seedFunction(client, demo);
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
      uri: `arn:aws:apigateway:${client.region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
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
