import type { Account } from '@mlinfra/plugin-mlinfra-common';

/** The accounts that take an environment: those that name it, and those that take any. */
export function allowedAccounts(
  accounts: Account[],
  environment: string | undefined,
): Account[] {
  return accounts.filter(
    ({ environments, regions }) =>
      regions.length > 0 &&
      (environment === undefined ||
        environments.length === 0 ||
        environments.includes(environment)),
  );
}
