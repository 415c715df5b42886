import type { HistoryEvent } from '@aws-sdk/client-sfn';

/** What an event takes beside its texts. */
const REST = 500;

/** About how many characters an event takes, most of which are its data. */
export function eventSize(event: HistoryEvent): number {
  let size = REST;
  for (const details of Object.values(event)) {
    if (typeof details === 'object' && details !== null) {
      for (const text of Object.values(details)) {
        size += typeof text === 'string' ? text.length : 0;
      }
    }
  }
  return size;
}
