import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { repositoryInput } from '../__testUtils__/repositoryInput';
import { findForbiddenTargets, readAllowedAccounts } from './allowedAccounts';
import { readRepositoryRequest } from './readRepositoryRequest';

const request = readRepositoryRequest(repositoryInput());

function forbidden(accounts: JsonObject[] | undefined) {
  const config = new ConfigReader(accounts ? { mlinfra: { accounts } } : {});
  return findForbiddenTargets(request, readAllowedAccounts(config)).map(
    ({ field, message }) => `${field}: ${message}`,
  );
}

const open = {
  accountId: '123456789012',
  regions: ['eu-central-1', 'eu-west-1'],
};

describe('findForbiddenTargets', () => {
  it('allows everything where nothing is configured', () => {
    expect(forbidden(undefined)).toEqual([]);
    expect(forbidden([])).toEqual([]);
  });

  it('allows what the account allows', () => {
    expect(
      forbidden([
        { ...open, environments: ['dev', 'prod'], owners: ['audio'] },
      ]),
    ).toEqual([]);
  });

  it.each<[string, JsonObject, string[]]>([
    [
      'an account that is not connected',
      { ...open, accountId: '210987654321' },
      ['environments.dev.accountId', 'environments.prod.accountId'],
    ],
    [
      'a region the account does not have',
      { ...open, regions: ['eu-central-1'] },
      ['environments.prod.region'],
    ],
    [
      'an environment the account does not take',
      { ...open, environments: ['dev'] },
      ['environments.prod.accountId'],
    ],
    [
      'an owner the account is not open to',
      { ...open, owners: ['group:default/video'] },
      ['environments.dev.accountId', 'environments.prod.accountId'],
    ],
    [
      'every owner where the list of owners is empty',
      { ...open, owners: [] },
      ['environments.dev.accountId', 'environments.prod.accountId'],
    ],
  ])('refuses %s, naming the field', (_what, account, fields) => {
    expect(forbidden([account]).map(line => line.split(':')[0])).toEqual(
      fields,
    );
  });

  it('takes every environment where the list of environments is empty', () => {
    expect(forbidden([{ ...open, environments: [] }])).toEqual([]);
  });

  it('says what would be allowed', () => {
    expect(forbidden([{ ...open, regions: ['eu-central-1'] }])).toEqual([
      'environments.prod.region: region eu-west-1 is not allowed in account 123456789012 (allowed: eu-central-1)',
    ]);
  });
});
