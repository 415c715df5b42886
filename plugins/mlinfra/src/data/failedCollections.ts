import type {
  AccountId,
  CollectionErrorKind,
  CollectionState,
  Region,
} from '@mlinfra/plugin-mlinfra-common';
import { errorKind } from './errorKind';

/** Collections of one account that failed for the same kind of reason. */
export interface FailedCollections {
  accountId: AccountId;
  accountName?: string;
  kind: CollectionErrorKind;
  regions: Region[];
  /** The distinct messages, each saying what to do. */
  messages: string[];
  /** Whether any of them succeeded before, so that older data is shown. */
  everRead: boolean;
}

/** One entry per account and kind of failure: ten regions that fail alike are one notice, not ten. */
export function failedCollections(
  collections: CollectionState[],
): FailedCollections[] {
  const groups = new Map<string, FailedCollections>();
  for (const collection of collections) {
    const { accountId, accountName, region, error } = collection;
    if (!error) {
      continue;
    }
    const kind = errorKind(error);
    const key = `${accountId} ${kind}`;
    const group = groups.get(key) ?? {
      accountId,
      accountName,
      kind,
      regions: [],
      messages: [],
      everRead: false,
    };
    groups.set(key, group);
    addOnce(group.regions, region);
    addOnce(group.messages, error.message);
    group.everRead ||= collection.lastSuccessAt !== undefined;
  }
  return [...groups.values()];
}

function addOnce(list: string[], value: string) {
  if (!list.includes(value)) {
    list.push(value);
  }
}
