import { Text } from '@backstage/ui';
import type { RunSummary } from '@mlinfra/plugin-mlinfra-common';
import { formatAge, formatInstant } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { durationText } from './durationText';

interface RunTimesProps {
  run: RunSummary;
}

/** When a run was started, and how long it took or has taken so far. */
export function RunTimes({ run }: RunTimesProps) {
  const { startedAt } = run;
  const duration = durationText(run, useMessages());
  return (
    <Text variant="body-small" color="secondary">
      <time dateTime={startedAt} title={formatInstant(startedAt)}>
        {formatAge(startedAt)}
      </time>
      {duration && `, ${duration}`}
    </Text>
  );
}
