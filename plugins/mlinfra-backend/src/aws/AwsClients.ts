import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';
import { BudgetsClient } from '@aws-sdk/client-budgets';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ECSClient } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { RDSClient } from '@aws-sdk/client-rds';
import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';
import type { AccountId } from '@mlinfra/plugin-mlinfra-common';
import type { AwsCallConfig } from '../config/MlinfraConfig';
import type { AccountCredentials } from './AccountCredentials';
import type { AwsTarget } from './AwsTarget';

const CONNECTION_TIMEOUT_MS = 5_000;

/**
 * `adaptive` slows all calls of a client when one is throttled; where the
 * calls are paced by their quotas, one throttled operation must not hold up
 * the others.
 */
type RetryMode = 'adaptive' | 'standard';

/** The only place where SDK clients are made: one per service, account and region. */
export class AwsClients {
  private readonly clients = new Map<string, unknown>();

  constructor(
    private readonly credentials: AccountCredentials,
    private readonly config: AwsCallConfig,
  ) {}

  apiGateway(target: AwsTarget): APIGatewayClient {
    return this.get(APIGatewayClient, target);
  }

  apiGatewayV2(target: AwsTarget): ApiGatewayV2Client {
    return this.get(ApiGatewayV2Client, target);
  }

  budgets(target: AwsTarget): BudgetsClient {
    return this.get(BudgetsClient, target);
  }

  cloudWatch(target: AwsTarget): CloudWatchClient {
    return this.get(CloudWatchClient, target);
  }

  dynamoDb(target: AwsTarget): DynamoDBClient {
    return this.get(DynamoDBClient, target);
  }

  ecs(target: AwsTarget): ECSClient {
    return this.get(ECSClient, target);
  }

  lambda(target: AwsTarget): LambdaClient {
    return this.get(LambdaClient, target);
  }

  loadBalancing(target: AwsTarget): ElasticLoadBalancingV2Client {
    return this.get(ElasticLoadBalancingV2Client, target);
  }

  logs(target: AwsTarget): CloudWatchLogsClient {
    return this.get(CloudWatchLogsClient, target);
  }

  rds(target: AwsTarget): RDSClient {
    return this.get(RDSClient, target);
  }

  sageMaker(target: AwsTarget): SageMakerClient {
    return this.get(SageMakerClient, target);
  }

  sageMakerRuntime(target: AwsTarget): SageMakerRuntimeClient {
    return this.get(SageMakerRuntimeClient, target, 'standard');
  }

  sfn(target: AwsTarget): SFNClient {
    return this.get(SFNClient, target, 'standard');
  }

  ssm(target: AwsTarget): SSMClient {
    return this.get(SSMClient, target);
  }

  sts(target: AwsTarget): STSClient {
    return this.get(STSClient, target);
  }

  tagging(target: AwsTarget): ResourceGroupsTaggingAPIClient {
    return this.get(ResourceGroupsTaggingAPIClient, target);
  }

  /** A client keeps the credentials it was given, so those that AWS refused end with their clients. */
  forget(accountId: AccountId): void {
    for (const key of this.clients.keys()) {
      if (key.split(' ')[1] === accountId) {
        this.clients.delete(key);
      }
    }
  }

  private get<Client>(
    Constructor: new (options: ReturnType<AwsClients['options']>) => Client,
    target: AwsTarget,
    retryMode: RetryMode = 'adaptive',
  ): Client {
    const key = `${Constructor.name} ${target.accountId} ${target.region}`;
    const known = this.clients.get(key);
    if (known instanceof Constructor) {
      return known;
    }
    const client = new Constructor(this.options(target, retryMode));
    this.clients.set(key, client);
    return client;
  }

  private options({ accountId, region }: AwsTarget, retryMode: RetryMode) {
    const { maxAttempts, requestTimeoutMs } = this.config;
    return {
      region,
      // Always `credentials`: a `credentialDefaultProvider` is asked again for every request.
      credentials: () => this.credentials.get(accountId),
      maxAttempts,
      retryMode,
      customUserAgent: 'mlinfra',
      requestHandler: {
        connectionTimeout: Math.min(CONNECTION_TIMEOUT_MS, requestTimeoutMs),
        requestTimeout: requestTimeoutMs,
        throwOnRequestTimeout: true,
      },
    };
  }
}
