import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { Knex } from 'knex';
import type { CollectionStore } from '../database/CollectionStore';
import type { PollStore } from '../runs/store/PollStore';
import { targetKey, type TargetKey } from '../database/tables';
import type { TargetStore } from '../database/TargetStore';
import { targetId } from './configuredTargets';

/**
 * Brings the targets in line with the configuration: new ones are due at
 * once, and all that was found for removed ones is dropped.
 */
export async function syncTargets(options: {
  knex: Knex;
  targets: TargetStore;
  collections: CollectionStore;
  polls: PollStore;
  wanted: TargetKey[];
  now: Timestamp;
}): Promise<void> {
  const { knex, targets, collections, polls, wanted, now } = options;
  const known = (await targets.all()).map(targetKey);
  const knownIds = new Set(known.map(targetId));
  for (const key of wanted) {
    if (!knownIds.has(targetId(key))) {
      await targets.add(key, now);
    }
  }
  const wantedIds = new Set(wanted.map(targetId));
  for (const key of known) {
    if (!wantedIds.has(targetId(key))) {
      await knex.transaction(async transaction => {
        await targets.remove(transaction, key);
        await collections.remove(transaction, key);
        if (key.collector === 'runs') {
          await polls.remove(transaction, key);
        }
      });
    }
  }
}
