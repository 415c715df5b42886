import type { AlarmState } from '@mlinfra/plugin-mlinfra-common';

const ORDER: AlarmState[] = ['alarm', 'insufficient-data', 'ok'];

/** Alarms in force before the others, each group as it came. */
export function inForceFirst<Item extends { state: AlarmState }>(
  alarms: Item[],
): Item[] {
  return [...alarms].sort(
    (one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state),
  );
}
