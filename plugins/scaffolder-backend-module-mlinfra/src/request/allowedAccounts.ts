import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { chosenEnvironments } from '@mlinfra/plugin-mlinfra-common';
import type { FieldError } from './fieldErrors';
import type { RepositoryRequest } from './RepositoryRequest';

/** What `mlinfra.accounts` says about where something may be created. */
export interface AllowedAccount {
  accountId: string;
  /** Empty means every region. */
  regions: string[];
  /** Empty means every environment. */
  environments: string[];
  /** Full entity references; empty means no one, absent means every owner. */
  owners?: string[];
}

/** Reads `mlinfra.accounts`; empty when nothing is configured, which allows every account. */
export function readAllowedAccounts(config: Config): AllowedAccount[] {
  return (config.getOptionalConfigArray('mlinfra.accounts') ?? []).map(
    account => ({
      accountId: String(account.get('accountId')),
      regions: account.getOptionalStringArray('regions') ?? [],
      environments: account.getOptionalStringArray('environments') ?? [],
      owners: account.getOptionalStringArray('owners')?.map(normalised),
    }),
  );
}

/** Every environment of the request whose account, region or owner the configuration does not allow. */
export function findForbiddenTargets(
  request: RepositoryRequest,
  accounts: AllowedAccount[],
): FieldError[] {
  if (accounts.length === 0) {
    return [];
  }
  return chosenEnvironments(request.targets).flatMap(
    ({ environment, target }) => {
      const field = `environments.${environment}`;
      const account = accounts.find(a => a.accountId === target.accountId);
      if (!account) {
        return [
          {
            field: `${field}.accountId`,
            message: `account ${
              target.accountId
            } is not one of this portal's accounts (${listed(
              accounts.map(a => a.accountId),
            )})`,
          },
        ];
      }
      const errors: FieldError[] = [];
      if (!allows(account.regions, target.region)) {
        errors.push({
          field: `${field}.region`,
          message: `region ${target.region} is not allowed in account ${
            account.accountId
          } (allowed: ${listed(account.regions)})`,
        });
      }
      if (!allows(account.environments, environment)) {
        errors.push({
          field: `${field}.accountId`,
          message: `account ${
            account.accountId
          } takes no ${environment} environment (it takes: ${listed(
            account.environments,
          )})`,
        });
      }
      if (account.owners?.includes(request.identity.owner) === false) {
        errors.push({
          field: `${field}.accountId`,
          message: `account ${account.accountId} is not open to ${
            request.identity.owner
          } (open to: ${
            listed(account.owners) || 'no one'
          }); choose another account, or have the owner added to mlinfra.accounts`,
        });
      }
      return errors;
    },
  );
}

function allows(list: string[], value: string): boolean {
  return list.length === 0 || list.includes(value);
}

function listed(values: string[]): string {
  return values.join(', ');
}

function normalised(owner: string): string {
  return stringifyEntityRef(parseEntityRef(owner, { defaultKind: 'group' }));
}
