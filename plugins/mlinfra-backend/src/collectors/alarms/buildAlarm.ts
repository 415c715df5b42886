import type { Alarm } from '@mlinfra/plugin-mlinfra-common';

/** An alarm as it is stored; the account's name is added when it is read. */
export type StoredAlarm = Omit<Alarm, 'accountName'>;
