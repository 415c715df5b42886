import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import { DateTime } from 'luxon';
import { useNow } from '../../data/useNow';
import { formatDuration } from '../../format/duration';

interface TickingProps {
  from: Timestamp;
  /** Absent while it goes on; then it counts. */
  to: Timestamp | undefined;
  /** False where the end is missing although nothing goes on. */
  going: boolean;
}

/** A duration that counts on while it is not over. */
export function Ticking({ from, to, going }: TickingProps) {
  const ticking = going && to === undefined;
  const now = useNow(ticking);
  if (!ticking && to === undefined) {
    return <>–</>;
  }
  return <>{formatDuration(from, to, DateTime.fromMillis(now)) || '–'}</>;
}
