import {
  parseEntityRef,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
  type UserEntity,
} from '@backstage/catalog-model';
import { chosenEnvironments } from '@mlinfra/plugin-mlinfra-common';
import type { AllowedAccount } from './allowedAccounts';
import type { FieldError } from './fieldErrors';
import type { RepositoryRequest } from './RepositoryRequest';

/** Who a task runs for, as the scaffolder says it. */
export interface Caller {
  ref?: string;
  entity?: UserEntity;
}

/**
 * Refuses an owner that the caller does not belong to, where an account of the
 * request is kept for certain owners: naming one of them must not be enough to
 * create there. A task without a user was started by a service, which answers
 * for itself.
 */
export function findForeignOwner(
  request: RepositoryRequest,
  accounts: AllowedAccount[],
  caller: Caller | undefined,
): FieldError[] {
  const { owner } = request.identity;
  const kept = [
    ...new Set(
      chosenEnvironments(request.targets).map(e => e.target.accountId),
    ),
  ].filter(accountId =>
    accounts.some(a => a.accountId === accountId && a.owners !== undefined),
  );
  if (kept.length === 0 || callerOwns(owner, caller)) {
    return [];
  }
  return [
    {
      field: 'owner',
      message: `${
        caller?.ref
      } does not belong to ${owner}, and account ${kept.join(
        ', ',
      )} is kept for its owners; choose a group you are a member of, or ask to be added to ${owner}`,
    },
  ];
}

/** Whether an entity's owner is the caller or a group of theirs; a service answers for itself. */
export function callerOwns(owner: string, caller: Caller | undefined): boolean {
  return (
    !caller?.ref || ownershipRefs(caller.ref, caller.entity).includes(owner)
  );
}

function ownershipRefs(ref: string, entity: UserEntity | undefined): string[] {
  const defaults = {
    defaultKind: 'group',
    defaultNamespace: entity?.metadata.namespace ?? 'default',
  };
  const groups = [
    ...(entity?.relations ?? [])
      .filter(relation => relation.type === RELATION_MEMBER_OF)
      .map(relation => relation.targetRef),
    ...(entity?.spec.memberOf ?? []),
  ];
  return [
    stringifyEntityRef(parseEntityRef(ref, { defaultKind: 'user' })),
    ...groups.map(group => stringifyEntityRef(parseEntityRef(group, defaults))),
  ];
}
