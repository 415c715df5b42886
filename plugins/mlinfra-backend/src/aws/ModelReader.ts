import {
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  type EndpointSummary,
  ListEndpointsCommand,
  type ProductionVariant,
  type ProductionVariantSummary,
} from '@aws-sdk/client-sagemaker';
import type {
  EndpointModel,
  EndpointVariant,
} from '@mlinfra/plugin-mlinfra-common';
import { AwsCallError } from './AwsCallError';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import { awsSentence } from './awsSentence';
import type { ModelSummary } from './ModelSource';
import { readAllPages } from './readAllPages';

const PER_PAGE = 100;
/** SageMaker has no error of its own for what does not exist. */
const NOT_FOUND = /could not find|does not exist/i;

/** SageMaker endpoints, and how they are configured. */
export class ModelReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  async all(call: AwsCall): Promise<ModelSummary[]> {
    const endpoints = await readAllPages<EndpointSummary>(async NextToken => {
      const page = await this.caller.run('ListEndpoints', call, options =>
        this.clients
          .sageMaker(call)
          .send(
            new ListEndpointsCommand({ NextToken, MaxResults: PER_PAGE }),
            options,
          ),
      );
      return { items: page.Endpoints, next: page.NextToken };
    });
    return endpoints.map(each => ({
      arn: each.EndpointArn ?? '',
      name: each.EndpointName ?? '',
      state: each.EndpointStatus ?? '',
      modifiedAt: each.LastModifiedTime?.toISOString(),
    }));
  }

  /** Two calls: what it serves, and how it was meant to. */
  async details(
    call: AwsCall,
    EndpointName: string,
  ): Promise<EndpointModel | undefined> {
    const endpoint = await unlessNotFound(() =>
      this.caller.run('DescribeEndpoint', call, options =>
        this.clients
          .sageMaker(call)
          .send(new DescribeEndpointCommand({ EndpointName }), options),
      ),
    );
    if (!endpoint) {
      return undefined;
    }
    const { EndpointConfigName } = endpoint;
    // One that failed while it was created may have none.
    const config = EndpointConfigName
      ? await unlessNotFound(() =>
          this.caller.run('DescribeEndpointConfig', call, options =>
            this.clients
              .sageMaker(call)
              .send(
                new DescribeEndpointConfigCommand({ EndpointConfigName }),
                options,
              ),
          ),
        )
      : undefined;
    const configured = new Map(
      (config?.ProductionVariants ?? []).map(each => [each.VariantName, each]),
    );
    const serving = endpoint.ProductionVariants ?? [];
    return {
      state: endpoint.EndpointStatus ?? '',
      failureReason: awsSentence(endpoint.FailureReason),
      configName: EndpointConfigName ?? '',
      variants: serving.length
        ? serving.map(each =>
            variant(each, configured.get(each.VariantName), serving),
          )
        : [...configured.values()].map(each => variant({}, each, [])),
      createdAt: endpoint.CreationTime?.toISOString(),
      updatedAt: endpoint.LastModifiedTime?.toISOString(),
    };
  }
}

async function unlessNotFound<Answer>(
  ask: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    const cause = error instanceof AwsCallError ? error.cause : undefined;
    if (cause instanceof Error && NOT_FOUND.test(cause.message)) {
      return undefined;
    }
    throw error;
  }
}

function variant(
  now: Partial<ProductionVariantSummary>,
  configured: ProductionVariant | undefined,
  all: ProductionVariantSummary[],
): EndpointVariant {
  const weights = all.map(each => each.CurrentWeight ?? 0);
  const weight = weights.reduce((sum, each) => sum + each, 0);
  const serverless =
    now.CurrentServerlessConfig ?? configured?.ServerlessConfig;
  return {
    name: now.VariantName ?? configured?.VariantName ?? '',
    share:
      weight > 0 && now.CurrentWeight !== undefined
        ? now.CurrentWeight / weight
        : undefined,
    serverless:
      serverless?.MemorySizeInMB !== undefined &&
      serverless.MaxConcurrency !== undefined
        ? {
            memoryMb: serverless.MemorySizeInMB,
            maxConcurrency: serverless.MaxConcurrency,
            provisionedConcurrency: serverless.ProvisionedConcurrency,
          }
        : undefined,
    instanceType: configured?.InstanceType,
    instanceCount: serverless
      ? undefined
      : now.CurrentInstanceCount ?? configured?.InitialInstanceCount,
    phases: (now.VariantStatus ?? []).flatMap(({ Status }) => Status ?? []),
  };
}
