import {
  type Api,
  GetApisCommand,
  GetIntegrationsCommand,
  GetRoutesCommand,
  GetStagesCommand,
  type Integration,
  type Route,
  type Stage,
} from '@aws-sdk/client-apigatewayv2';
import type { AwsCall, AwsCaller } from './AwsCaller';
import { AwsCallError } from './AwsCallError';
import type { AwsClients } from './AwsClients';
import type { ApiDetails, ApiSummary, StageDetails } from './InventorySource';
import { httpRoutes } from './httpRoutes';
import { isGone } from './isGone';
import { partitionOf } from './partition';
import { readAllPages } from './readAllPages';

const PER_PAGE = '100';

/** HTTP APIs, their stages, routes and integrations. WebSocket APIs answer no HTTP requests and are left out. */
export class HttpApiReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  async all(call: AwsCall): Promise<ApiSummary[]> {
    const apis = await readAllPages<Api>(async NextToken => {
      const page = await this.caller.run('GetApis', call, options =>
        this.clients
          .apiGatewayV2(call)
          .send(
            new GetApisCommand({ NextToken, MaxResults: PER_PAGE }),
            options,
          ),
      );
      return { items: page.Items, next: page.NextToken };
    });
    return apis
      .filter(api => api.ProtocolType !== 'WEBSOCKET')
      .map(api => ({
        arn: `arn:${partitionOf(call.region).id}:apigateway:${
          call.region
        }::/apis/${api.ApiId}`,
        kind: 'http-api',
        id: api.ApiId ?? '',
        name: api.Name ?? api.ApiId ?? '',
        tags: api.Tags ?? {},
        baseUrl: api.DisableExecuteApiEndpoint
          ? undefined
          : api.ApiEndpoint?.replace(/\/$/, ''),
      }));
  }

  /** Three calls for an API with up to 100 routes. */
  async details(
    call: AwsCall,
    { arn, id: ApiId }: ApiSummary,
  ): Promise<ApiDetails | undefined> {
    try {
      const client = this.clients.apiGatewayV2(call);
      const [stages, routes, integrations] = await Promise.all([
        readAllPages<Stage>(async NextToken => {
          const page = await this.caller.run('http.GetStages', call, options =>
            client.send(
              new GetStagesCommand({ ApiId, NextToken, MaxResults: PER_PAGE }),
              options,
            ),
          );
          return { items: page.Items, next: page.NextToken };
        }),
        readAllPages<Route>(async NextToken => {
          const page = await this.caller.run('GetRoutes', call, options =>
            client.send(
              new GetRoutesCommand({ ApiId, NextToken, MaxResults: PER_PAGE }),
              options,
            ),
          );
          return { items: page.Items, next: page.NextToken };
        }),
        readAllPages<Integration>(async NextToken => {
          const page = await this.caller.run('GetIntegrations', call, options =>
            client.send(
              new GetIntegrationsCommand({
                ApiId,
                NextToken,
                MaxResults: PER_PAGE,
              }),
              options,
            ),
          );
          return { items: page.Items, next: page.NextToken };
        }),
      ]);
      return {
        stages: stages.map(stage => stageDetails(arn, stage)),
        routes: httpRoutes(routes, integrations),
      };
    } catch (error) {
      if (error instanceof AwsCallError && isGone(error)) {
        return undefined;
      }
      throw error;
    }
  }
}

function stageDetails(apiArn: string, stage: Stage): StageDetails {
  const message = stage.LastDeploymentStatusMessage;
  return {
    arn: `${apiArn}/stages/${stage.StageName}`,
    name: stage.StageName ?? '',
    tags: stage.Tags ?? {},
    deploymentId: stage.DeploymentId,
    deployedAt: (stage.LastUpdatedDate ?? stage.CreatedDate)?.toISOString(),
    // AWS has one field for both outcomes.
    deploymentFailure:
      message && !/^success/i.test(message) ? message : undefined,
  };
}
