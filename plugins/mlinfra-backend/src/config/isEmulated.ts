import type { AccountId } from '@mlinfra/plugin-mlinfra-common';
import type { MlinfraConfig } from './MlinfraConfig';

/** Whether an account is one of the emulated AWS. */
export function isEmulated(
  { accounts }: Pick<MlinfraConfig, 'accounts'>,
  accountId: AccountId,
): boolean {
  return accounts.some(
    account => account.accountId === accountId && account.emulated,
  );
}
