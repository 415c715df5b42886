import type { RunSummary } from '@mlinfra/plugin-mlinfra-common';
import { isGoingOn } from '../../data/isGoingOn';
import { useNow } from '../../data/useNow';
import { formatAge, formatInstant } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { MutedText } from '../MutedText/MutedText';
import { durationText } from './durationText';

interface RunTimesProps {
  run: RunSummary;
}

/** When a run was started, and how long it took or has taken so far. */
export function RunTimes({ run }: RunTimesProps) {
  const { startedAt } = run;
  const now = useNow(isGoingOn(run));
  const duration = durationText(run, useMessages(), now);
  return (
    <MutedText>
      <time dateTime={startedAt} title={formatInstant(startedAt)}>
        {formatAge(startedAt)}
      </time>
      {duration && `, ${duration}`}
    </MutedText>
  );
}
