import {
  GetResourcesCommand,
  GetRestApisCommand,
  GetStagesCommand,
  type Integration,
  type Resource,
  type RestApi,
} from '@aws-sdk/client-api-gateway';
import { executeApiHost } from '../links/executeApiHost';
import type { AwsCall, AwsCaller } from './AwsCaller';
import { AwsCallError } from './AwsCallError';
import type { AwsClients } from './AwsClients';
import type { AwsTarget } from './AwsTarget';
import type { ApiDetails, ApiSummary, RouteDetails } from './InventorySource';
import { endpointAuth } from './endpointAuth';
import { isGone } from './isGone';
import { lambdaArn } from './lambdaArn';
import { partitionOf } from './partition';
import { readAllPages } from './readAllPages';

const PER_PAGE = 500;

/** REST APIs, their stages and their methods. */
export class RestApiReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  async all(call: AwsCall): Promise<ApiSummary[]> {
    const apis = await readAllPages<RestApi>(async position => {
      const page = await this.caller.run('GetRestApis', call, options =>
        this.clients
          .apiGateway(call)
          .send(new GetRestApisCommand({ position, limit: PER_PAGE }), options),
      );
      return { items: page.items, next: page.position };
    });
    return apis.flatMap(api => (api.id ? [summary(call, api.id, api)] : []));
  }

  /** Two calls for an API with up to 500 resources. */
  async details(
    call: AwsCall,
    { arn, id }: ApiSummary,
  ): Promise<ApiDetails | undefined> {
    try {
      const client = this.clients.apiGateway(call);
      const [stages, resources] = await Promise.all([
        this.caller.run('rest.GetStages', call, options =>
          client.send(new GetStagesCommand({ restApiId: id }), options),
        ),
        readAllPages<Resource>(async position => {
          const page = await this.caller.run(
            'rest.GetResources',
            call,
            options =>
              client.send(
                new GetResourcesCommand({
                  restApiId: id,
                  embed: ['methods'],
                  limit: PER_PAGE,
                  position,
                }),
                options,
              ),
          );
          return { items: page.items, next: page.position };
        }),
      ]);
      return {
        stages: (stages.item ?? []).map(stage => ({
          arn: `${arn}/stages/${stage.stageName}`,
          name: stage.stageName ?? '',
          tags: stage.tags ?? {},
          deploymentId: stage.deploymentId,
          deployedAt: (
            stage.lastUpdatedDate ?? stage.createdDate
          )?.toISOString(),
        })),
        routes: resources.flatMap(routesOf),
      };
    } catch (error) {
      if (error instanceof AwsCallError && isGone(error)) {
        return undefined;
      }
      throw error;
    }
  }
}

function summary(target: AwsTarget, id: string, api: RestApi): ApiSummary {
  return {
    arn: `arn:${partitionOf(target.region).id}:apigateway:${
      target.region
    }::/restapis/${id}`,
    kind: 'rest-api',
    id,
    name: api.name ?? id,
    tags: api.tags ?? {},
    baseUrl: api.disableExecuteApiEndpoint
      ? undefined
      : `https://${executeApiHost(id, target.region)}`,
    state: api.apiStatus,
    stateReason: api.apiStatusMessage,
  };
}

/** With links of the second generation the listener is named; one of the first leads to one load balancer, which it names itself. */
function linkOf(
  integration: Integration | undefined,
): Pick<RouteDetails, 'privateTarget' | 'link'> {
  const { connectionType, connectionId, integrationTarget } = integration ?? {};
  if (connectionType !== 'VPC_LINK') {
    return {};
  }
  return {
    privateTarget: integrationTarget ?? connectionId,
    link: connectionId
      ? { id: connectionId, generation: integrationTarget ? 'v2' : 'v1' }
      : undefined,
  };
}

function routesOf(resource: Resource): RouteDetails[] {
  return Object.entries(resource.resourceMethods ?? {}).map(
    ([method, details]) => ({
      method,
      path: resource.path ?? '',
      auth: endpointAuth(details.authorizationType, details.apiKeyRequired),
      functionArn: lambdaArn(details.methodIntegration?.uri),
      ...linkOf(details.methodIntegration),
    }),
  );
}
