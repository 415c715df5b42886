import type { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError, stringifyError } from '@backstage/errors';
import { readOptionalFilterPredicateFromConfig } from '@backstage/filter-predicates';
import type { AccountConfig } from './MlinfraConfig';

const ACCOUNT_ID = /^\d{12}$/;
const OWNER = /^([^:/\s]+:)?([^:/\s]+\/)?[^:/\s]+$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d+$/;

/** Reads `mlinfra.accounts`; every message names the key that is wrong. */
export function readAccounts(config: RootConfigService): AccountConfig[] {
  const entries = config.getOptionalConfigArray('mlinfra.accounts') ?? [];
  const accounts = entries.map((entry, index) =>
    readAccount(entry, `mlinfra.accounts[${index}]`),
  );
  accounts.forEach(({ accountId }, index) => {
    const first = accounts.findIndex(other => other.accountId === accountId);
    if (first !== index) {
      throw new InputError(
        `mlinfra.accounts[${index}].accountId repeats ${accountId} of mlinfra.accounts[${first}]; list each account once, with all its regions`,
      );
    }
  });
  return accounts;
}

function readAccount(entry: Config, key: string): AccountConfig {
  const accountId = readAccountId(entry, 'accountId', key);
  if (accountId === undefined) {
    throw new InputError(
      `${key}.accountId is missing; set the 12 digits of the account, in quotes`,
    );
  }
  return {
    accountId,
    name: entry.getOptionalString('name') ?? accountId,
    regions: readRegions(entry, key),
    owners: readOwners(entry, key),
    entityFilter: readEntityFilter(entry, key),
    environments: entry.getOptionalStringArray('environments') ?? [],
    payer: readAccountId(entry, 'payer', key) ?? accountId,
    emulated: entry.getOptionalBoolean('emulated') ?? false,
  };
}

/** YAML reads bare digits as a number and drops leading zeros, so only strings are taken. */
function readAccountId(
  entry: Config,
  field: string,
  key: string,
): string | undefined {
  const value = entry.getOptional(field);
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== 'string' || !ACCOUNT_ID.test(value)) {
    throw new InputError(
      `${key}.${field} is ${JSON.stringify(
        value,
      )}; set the 12 digits of the account, in quotes`,
    );
  }
  return value;
}

function readRegions(entry: Config, key: string): string[] {
  const regions = entry.getOptionalStringArray('regions') ?? [];
  if (regions.length === 0) {
    throw new InputError(
      `${key}.regions is empty; list at least one region, for example eu-central-1`,
    );
  }
  regions.forEach((region, index) => {
    if (!REGION.test(region)) {
      throw new InputError(
        `${key}.regions[${index}] is "${region}", which is no AWS region; write it like eu-central-1`,
      );
    }
    if (regions.indexOf(region) !== index) {
      throw new InputError(`${key}.regions[${index}] repeats "${region}"`);
    }
  });
  return regions;
}

function readOwners(entry: Config, key: string): string[] | undefined {
  return entry.getOptionalStringArray('owners')?.map((owner, index) => {
    if (!OWNER.test(owner)) {
      throw new InputError(
        `${key}.owners[${index}] is "${owner}", which is no entity reference; write it like group:default/ml-speech`,
      );
    }
    return stringifyEntityRef(parseEntityRef(owner, { defaultKind: 'group' }));
  });
}

function readEntityFilter(entry: Config, key: string) {
  try {
    return readOptionalFilterPredicateFromConfig(entry, {
      key: 'entityFilter',
    });
  } catch (error) {
    throw new InputError(
      `${key}.entityFilter is no filter predicate: ${stringifyError(error)}`,
    );
  }
}
