import type { RootConfigService } from '@backstage/backend-plugin-api';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import type { AwsCallConfig } from '../config/MlinfraConfig';
import { AccountCredentials } from './AccountCredentials';
import { AwsBudgetSource } from './AwsBudgetSource';
import { AwsCaller } from './AwsCaller';
import { AwsClients } from './AwsClients';
import { AwsInventorySource } from './AwsInventorySource';
import { IdentityCheck } from './IdentityCheck';

/** Everything that asks AWS, with the credentials of the `aws` section. */
export function connectAws(
  rootConfig: RootConfigService,
  callConfig: AwsCallConfig,
) {
  const credentials = new AccountCredentials(
    DefaultAwsCredentialsManager.fromConfig(rootConfig),
  );
  const clients = new AwsClients(credentials, callConfig);
  const caller = new AwsCaller(accountId => {
    credentials.forget(accountId);
    clients.forget(accountId);
  });
  return {
    identity: new IdentityCheck(credentials, clients, caller),
    inventory: new AwsInventorySource(clients, caller),
    budgets: new AwsBudgetSource(clients, caller),
  };
}
