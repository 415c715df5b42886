import type { RootConfigService } from '@backstage/backend-plugin-api';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import type { AwsCallConfig } from '../config/MlinfraConfig';
import { AccountCredentials } from './AccountCredentials';
import { AwsBudgetSource } from './AwsBudgetSource';
import { AwsCaller } from './AwsCaller';
import { AwsClients } from './AwsClients';
import { AwsExecutionSource } from './AwsExecutionSource';
import { AwsInvocationSource } from './AwsInvocationSource';
import { AwsInventorySource } from './AwsInventorySource';
import { CallQuota } from './CallQuota';
import { IdentityCheck } from './IdentityCheck';
import { MetricReader } from './MetricReader';

/** Everything that asks AWS, with the credentials of the `aws` section. */
export function connectAws(
  rootConfig: RootConfigService,
  callConfig: AwsCallConfig,
  quotaShare: number,
) {
  const credentials = new AccountCredentials(
    DefaultAwsCredentialsManager.fromConfig(rootConfig),
  );
  const clients = new AwsClients(credentials, callConfig);
  const quota = new CallQuota(quotaShare);
  const caller = new AwsCaller(accountId => {
    credentials.forget(accountId);
    clients.forget(accountId);
  }, quota);
  return {
    identity: new IdentityCheck(credentials, clients, caller),
    inventory: new AwsInventorySource(clients, caller),
    executions: new AwsExecutionSource(clients, caller, quota),
    budgets: new AwsBudgetSource(clients, caller),
    metrics: new MetricReader(clients, caller),
    invocations: new AwsInvocationSource(credentials, clients, caller),
  };
}
