import { type Alarm, MLINFRA_TAGS } from '@mlinfra/plugin-mlinfra-common';
import type { AlarmFacts } from '../../aws/AlarmSource';
import { alarmConsoleUrl } from '../../links/consoleLinks';
import type { CollectionInput } from '../Collector';
import type { ClaimedResource } from '../inventory/InventoryContext';

/** An alarm as it is stored; the account's name is added when it is read. */
export type StoredAlarm = Omit<Alarm, 'accountName'>;

/** Puts an alarm together from what was read; no I/O. */
export function buildAlarm(
  { account, call, now }: CollectionInput,
  { arn, tags, entityRef }: ClaimedResource,
  facts: AlarmFacts,
  watches: string[],
): StoredAlarm {
  const [metric, ...joined] = facts.metrics;
  return {
    id: arn,
    entityRef,
    name: facts.name,
    description: facts.description,
    state: facts.state,
    reason: facts.reason,
    since: facts.since,
    metric:
      metric && joined.length === 0
        ? `${metric.namespace} ${metric.name}`
        : undefined,
    actionsEnabled: facts.actionsEnabled,
    watches,
    stack: tags[MLINFRA_TAGS.stack],
    environment: tags[MLINFRA_TAGS.environment],
    accountId: call.accountId,
    region: call.region,
    consoleUrl: account.emulated
      ? undefined
      : alarmConsoleUrl(facts.name, call.region),
    collectedAt: now,
  };
}
