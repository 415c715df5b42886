import type { AwsConnection } from '@mlinfra/plugin-mlinfra-common';
import type { MlinfraConfig } from './MlinfraConfig';

/** Adds the account's configured name, which may change without a new collection. */
export function withAccountName<Resource extends { accountId: string }>(
  { accounts }: Pick<MlinfraConfig, 'accounts'>,
  resource: Resource,
): Resource & { accountName?: string } {
  const account = accounts.find(
    ({ accountId }) => accountId === resource.accountId,
  );
  return account ? { ...resource, accountName: account.name } : resource;
}

/** Whether any AWS is connected, and whether it is a real one. */
export function awsConnection({
  accounts,
}: Pick<MlinfraConfig, 'accounts'>): AwsConnection {
  return {
    connected: accounts.length > 0,
    emulated:
      accounts.length > 0 && accounts.every(account => account.emulated),
  };
}
