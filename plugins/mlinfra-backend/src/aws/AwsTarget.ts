import type { AccountId, Region } from '@mlinfra/plugin-mlinfra-common';

/** An account and the region whose AWS services are asked. */
export interface AwsTarget {
  accountId: AccountId;
  region: Region;
}
