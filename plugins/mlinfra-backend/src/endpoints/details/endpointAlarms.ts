import type { StoredAlarm } from '../../collectors/alarms/buildAlarm';
import { inForceFirst } from '../../router/alarmOrder';

/** The alarms that watch an endpoint, those in force first. */
export function endpointAlarms(
  alarms: StoredAlarm[],
  endpointId: string,
): StoredAlarm[] {
  return inForceFirst(
    alarms.filter(({ watches }) => watches.includes(endpointId)),
  );
}
