import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';
import { BudgetsClient } from '@aws-sdk/client-budgets';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ECSClient } from '@aws-sdk/client-ecs';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
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

  ecs(target: AwsTarget): ECSClient {
    return this.get(ECSClient, target);
  }

  lambda(target: AwsTarget): LambdaClient {
    return this.get(LambdaClient, target);
  }

  logs(target: AwsTarget): CloudWatchLogsClient {
    return this.get(CloudWatchLogsClient, target);
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
