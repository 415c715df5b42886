// @ts-check
import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { seedFunction } from './seedFunction.mjs';

/**
 * Makes the API of a compression pipeline.
 *
 * @param {import('./seed.mjs').DemoClient & { region: string }} client
 * @param {import('./demoTeam.mjs').DemoFunction & { routes: string[] }} demo
 */
export async function seedHttpApi(client, demo) {
  const { name, tags, routes } = demo;
  const functionArn = await seedFunction(client, demo);
  const gateway = new ApiGatewayV2Client(client);
  const { ApiId } = await gateway.send(
    new CreateApiCommand({
      Name: `${name}-api`,
      ProtocolType: 'HTTP',
      Tags: tags,
    }),
  );
  const { IntegrationId } = await gateway.send(
    new CreateIntegrationCommand({
      ApiId,
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: functionArn,
      PayloadFormatVersion: '2.0',
    }),
  );
  for (const RouteKey of routes) {
    await gateway.send(
      new CreateRouteCommand({
        ApiId,
        RouteKey,
        AuthorizationType: 'AWS_IAM',
        Target: `integrations/${IntegrationId}`,
      }),
    );
  }
  await gateway.send(
    new CreateStageCommand({
      ApiId,
      StageName: '$default',
      AutoDeploy: true,
      Tags: tags,
    }),
  );
}
