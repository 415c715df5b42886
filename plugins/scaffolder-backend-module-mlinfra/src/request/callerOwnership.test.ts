import type { UserEntity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { repositoryInput } from '../__testUtils__/repositoryInput';
import { readAllowedAccounts } from './allowedAccounts';
import { findForeignOwner, type Caller } from './callerOwnership';
import { readRepositoryRequest } from './readRepositoryRequest';

const ACCOUNT = { accountId: '123456789012', regions: ['eu-central-1'] };
const KEPT = { ...ACCOUNT, owners: ['audio', 'user:default/ann'] };

function ann(changes: Partial<UserEntity> = {}): Caller {
  return {
    ref: 'user:default/ann',
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'ann' },
      spec: {},
      ...changes,
    },
  };
}

function foreign(
  caller: Caller | undefined,
  account: JsonObject = KEPT,
  owner = 'group:default/audio',
) {
  return findForeignOwner(
    readRepositoryRequest(repositoryInput({ owner })),
    readAllowedAccounts(new ConfigReader({ mlinfra: { accounts: [account] } })),
    caller,
  );
}

describe('findForeignOwner', () => {
  const related = (type: string, targetRef: string) =>
    ann({ relations: [{ type, targetRef }] });

  it('refuses an owner that the caller does not belong to, saying what to do', () => {
    expect(foreign(ann())).toEqual([
      {
        field: 'owner',
        message:
          'user:default/ann does not belong to group:default/audio, and account 123456789012 is kept for its owners; choose a group you are a member of, or ask to be added to group:default/audio',
      },
    ]);
  });

  it.each<[string, Caller]>([
    ['another group', related('memberOf', 'group:default/video')],
    ['another relation', related('ownerOf', 'group:default/audio')],
    ['the same name elsewhere', ann({ spec: { memberOf: ['other/audio'] } })],
    ['a user that the catalog does not know', { ref: 'user:default/ann' }],
  ])('does not take %s for membership', (_what, caller) => {
    expect(foreign(caller).map(error => error.field)).toEqual(['owner']);
  });

  it.each<[string, Caller]>([
    ['a relation', related('memberOf', 'group:default/Audio')],
    ['its own specification', ann({ spec: { memberOf: ['audio'] } })],
  ])('lets in a member by %s', (_what, caller) => {
    expect(foreign(caller)).toEqual([]);
  });

  it('lets a user own what it creates', () => {
    expect(foreign(ann(), KEPT, 'user:default/ann')).toEqual([]);
    expect(foreign(ann(), KEPT, 'user:default/bob')).toHaveLength(1);
  });

  it('asks no one where the account is kept for no one, or there is no user', () => {
    expect(foreign(ann(), ACCOUNT)).toEqual([]);
    expect(foreign(undefined)).toEqual([]);
    expect(foreign({})).toEqual([]);
  });
});
