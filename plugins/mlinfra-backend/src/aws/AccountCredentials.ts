import type { AwsCredentialIdentity } from '@aws-sdk/types';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type { AccountId } from '@mlinfra/plugin-mlinfra-common';
import { AwsCallError } from './AwsCallError';
import { CredentialCache } from './CredentialCache';
import { classifyAwsError } from './classifyAwsError';

const OBTAIN = {
  name: 'sts:AssumeRole',
  action: 'sts:AssumeRole',
  resources: [],
};

/** The credentials of each account, obtained once per lifetime. */
export class AccountCredentials {
  private readonly caches = new Map<AccountId, CredentialCache>();

  constructor(private readonly manager: AwsCredentialsManager) {}

  /** @throws AwsCallError when there are none. */
  async get(accountId: AccountId): Promise<AwsCredentialIdentity> {
    try {
      return await this.cache(accountId).get();
    } catch (error) {
      const classified = classifyAwsError(error, OBTAIN, {
        accountId,
        region: 'sts',
      });
      if (classified.kind !== 'access-denied') {
        throw classified;
      }
      throw new AwsCallError(
        'access-denied',
        OBTAIN.name,
        `The role in account ${accountId} cannot be assumed. Check its name and external id in the "aws" section of the app configuration, and that its trust policy names the identity that the portal runs as.`,
        error,
      );
    }
  }

  /** After AWS refused the credentials. */
  forget(accountId: AccountId): void {
    this.caches.get(accountId)?.forget();
  }

  private cache(accountId: AccountId): CredentialCache {
    let cache = this.caches.get(accountId);
    if (!cache) {
      cache = new CredentialCache(async () => {
        const { sdkCredentialProvider } =
          await this.manager.getCredentialProvider({ accountId });
        return sdkCredentialProvider();
      });
      this.caches.set(accountId, cache);
    }
    return cache;
  }
}
