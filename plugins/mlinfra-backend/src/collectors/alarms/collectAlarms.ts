import type { ResourceRow } from '../../database/tables';
import { claimedResources } from '../inventory/claimedResources';
import {
  type InventoryContext,
  NOTHING,
  type Part,
} from '../inventory/InventoryContext';
import { buildAlarm } from './buildAlarm';
import { Watchable } from './Watchable';

/** Reads the alarms of a region: their list tells all that is shown. */
export async function collectAlarms(
  context: InventoryContext,
  watchable: ResourceRow[],
  balancers: Map<string, string[]>,
): Promise<Part> {
  const { source, input } = context;
  const claimed = claimedResources(context, 'cloudwatch', 'alarm:');
  if (claimed.length === 0) {
    return NOTHING;
  }
  const listed = new Map(
    (await source.alarms(input.call)).map(each => [each.arn, each]),
  );
  const watched = new Watchable(watchable, balancers);
  return {
    ...NOTHING,
    rows: claimed.flatMap(each => {
      const facts = listed.get(each.arn);
      if (!facts) {
        return [];
      }
      const alarm = buildAlarm(
        input,
        each,
        facts,
        watched.by(facts.metrics, each.entityRef),
      );
      return [
        {
          table: 'alarms' as const,
          id: alarm.id,
          entityRef: alarm.entityRef,
          environment: alarm.environment,
          status: alarm.state,
          content: alarm,
        },
      ];
    }),
  };
}
