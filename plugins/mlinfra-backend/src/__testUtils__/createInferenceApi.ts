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
import {
  CreateAliasCommand,
  CreateFunctionCommand,
  LambdaClient,
  PublishVersionCommand,
} from '@aws-sdk/client-lambda';
import { MLINFRA_TAGS } from '@mlinfra/plugin-mlinfra-common';

/** What a stack's Terraform creates, as far as collectors look at it. */
export interface InferenceApi {
  accountId: string;
  region: string;
  entityRef: string;
  name: string;
  environment: string;
}

function clientOptions(region: string) {
  return {
    region,
    credentials: { accessKeyId: 'x', secretAccessKey: 'y' },
  };
}

function tags({ entityRef, environment }: InferenceApi) {
  return {
    [MLINFRA_TAGS.entityRef]: entityRef,
    [MLINFRA_TAGS.stack]: 'inference-api',
    [MLINFRA_TAGS.environment]: environment,
    [MLINFRA_TAGS.templateVersion]: '0.1.0',
  };
}

/** Creates the role that a function needs; in IAM's own protocol, as the SDK's client for it is used nowhere else. */
async function createRole({ name }: InferenceApi): Promise<void> {
  const response = await fetch(`${process.env.AWS_ENDPOINT_URL}/`, {
    method: 'POST',
    headers: {
      Authorization:
        'AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=x',
    },
    body: new URLSearchParams({
      Action: 'CreateRole',
      Version: '2010-05-08',
      RoleName: name,
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Principal: { Service: 'lambda.amazonaws.com' },
          },
        ],
      }),
    }),
  });
  if (!response.ok) {
    throw new Error(`CreateRole failed: ${await response.text()}`);
  }
}

/** Creates a Lambda function, and returns its ARN. */
export async function createFunction(api: InferenceApi): Promise<string> {
  await createRole(api);
  const lambda = new LambdaClient(clientOptions(api.region));
  const { FunctionArn } = await lambda.send(
    new CreateFunctionCommand({
      FunctionName: api.name,
      Role: `arn:aws:iam::${api.accountId}:role/${api.name}`,
      PackageType: 'Image',
      Code: {
        ImageUri: `${api.accountId}.dkr.ecr.${api.region}.amazonaws.com/${api.name}:latest`,
      },
      MemorySize: 3008,
      Timeout: 900,
      Tags: tags(api),
    }),
  );
  return FunctionArn!;
}

/** Publishes a version of a function, and returns the ARN of an alias of it. */
export async function createAlias(api: InferenceApi): Promise<string> {
  const lambda = new LambdaClient(clientOptions(api.region));
  const FunctionName = api.name;
  const { Version } = await lambda.send(
    new PublishVersionCommand({ FunctionName }),
  );
  const { AliasArn } = await lambda.send(
    new CreateAliasCommand({
      FunctionName,
      Name: 'live',
      FunctionVersion: Version,
    }),
  );
  return AliasArn!;
}

/** Creates a REST API with `POST /predict` that asks for a key, and returns its id. */
export async function createApi(
  api: InferenceApi,
  functionArn: string,
): Promise<string> {
  const gateway = new APIGatewayClient(clientOptions(api.region));
  const { id: restApiId } = await gateway.send(
    new CreateRestApiCommand({ name: api.name, tags: tags(api) }),
  );
  const { items } = await gateway.send(new GetResourcesCommand({ restApiId }));
  const { id: resourceId } = await gateway.send(
    new CreateResourceCommand({
      restApiId,
      parentId: items?.[0].id,
      pathPart: 'predict',
    }),
  );
  await gateway.send(
    new PutMethodCommand({
      restApiId,
      resourceId,
      httpMethod: 'POST',
      authorizationType: 'NONE',
      apiKeyRequired: true,
    }),
  );
  await gateway.send(
    new PutIntegrationCommand({
      restApiId,
      resourceId,
      httpMethod: 'POST',
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      uri: `arn:aws:apigateway:${api.region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
    }),
  );
  return restApiId!;
}

/** Deploys an API to the stage `v1`. */
export async function deployApi(
  api: InferenceApi,
  restApiId: string,
): Promise<void> {
  const gateway = new APIGatewayClient(clientOptions(api.region));
  const { id: deploymentId } = await gateway.send(
    new CreateDeploymentCommand({ restApiId }),
  );
  await gateway.send(
    new CreateStageCommand({
      restApiId,
      stageName: 'v1',
      deploymentId,
      tags: tags(api),
    }),
  );
}

/** Creates a budget with spend. */
export async function createBudget(
  api: InferenceApi,
  amounts: { limit: string; actual: string },
): Promise<void> {
  const budgets = new BudgetsClient(clientOptions('us-east-1'));
  await budgets.send(
    new CreateBudgetCommand({
      AccountId: api.accountId,
      Budget: {
        BudgetName: `${api.name}-monthly`,
        BudgetType: 'COST',
        TimeUnit: 'MONTHLY',
        BudgetLimit: { Amount: amounts.limit, Unit: 'USD' },
        CalculatedSpend: {
          ActualSpend: { Amount: amounts.actual, Unit: 'USD' },
        },
        CostFilters: {
          TagKeyValue: [`user:${MLINFRA_TAGS.entityRef}$${api.entityRef}`],
        },
      },
      ResourceTags: Object.entries(tags(api)).map(([Key, Value]) => ({
        Key,
        Value,
      })),
    }),
  );
}
