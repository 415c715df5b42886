// @ts-check
import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateStageCommand,
  CreateVpcLinkCommand,
} from '@aws-sdk/client-apigatewayv2';

/**
 * What answers an HTTP API's requests.
 *
 * @typedef {{ functionArn: string } | { registryArn: string, subnets: string[] }} DemoTarget
 */

/**
 * Makes an HTTP API in front of a function, or of a service in a network.
 *
 * @param {import('./seed.mjs').DemoClient & { region: string }} client
 * @param {{ name: string, tags: Record<string, string>, routes: string[] }} demo
 * @param {DemoTarget} target
 * @returns {Promise<string>} its id
 */
export async function seedHttpApi(client, demo, target) {
  const { name, tags, routes } = demo;
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
      ...('functionArn' in target
        ? {
            IntegrationType: 'AWS_PROXY',
            IntegrationUri: target.functionArn,
            PayloadFormatVersion: '2.0',
          }
        : {
            IntegrationType: 'HTTP_PROXY',
            IntegrationMethod: 'ANY',
            IntegrationUri: target.registryArn,
            ConnectionType: 'VPC_LINK',
            ConnectionId: await seedVpcLink(gateway, demo, target.subnets),
            PayloadFormatVersion: '1.0',
          }),
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
  return String(ApiId);
}

/**
 * @param {ApiGatewayV2Client} gateway
 * @param {{ name: string, tags: Record<string, string> }} demo
 * @param {string[]} subnets
 */
async function seedVpcLink(gateway, { name, tags }, subnets) {
  const { VpcLinkId } = await gateway.send(
    new CreateVpcLinkCommand({
      Name: `${name}-link`,
      SubnetIds: subnets,
      Tags: tags,
    }),
  );
  return VpcLinkId;
}
