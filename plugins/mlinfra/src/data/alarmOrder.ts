import type { Alarm } from '@mlinfra/plugin-mlinfra-common';

/** Alarms that are in force. */
export function alarmsInForce(alarms: Alarm[]): Alarm[] {
  return alarms.filter(({ state }) => state === 'alarm');
}

/** Those in force first, then those that say nothing, then what is fine; by name among their like. */
export function inAlarmOrder(alarms: Alarm[]): Alarm[] {
  return [...alarms].sort(
    (one, other) =>
      rank(one) - rank(other) || one.name.localeCompare(other.name),
  );
}

function rank({ state }: Alarm): number {
  if (state === 'alarm') {
    return 0;
  }
  return state === 'ok' ? 2 : 1;
}
