import { Text } from '@backstage/ui';
import type { RunSummary } from '@mlinfra/plugin-mlinfra-common';
import { isGoingOn } from '../../data/isGoingOn';
import { formatDuration } from '../../format/duration';
import { formatAge, formatInstant } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';

interface RunTimesProps {
  run: RunSummary;
}

/** When a run was started, and how long it took or has taken so far. */
export function RunTimes({ run }: RunTimesProps) {
  const { startedAt, stoppedAt } = run;
  const t = useMessages();
  const duration = formatDuration(startedAt, stoppedAt);
  return (
    <Text variant="body-small" color="secondary">
      <time dateTime={startedAt} title={formatInstant(startedAt)}>
        {formatAge(startedAt)}
      </time>
      {(stoppedAt || isGoingOn(run)) &&
        `, ${t(stoppedAt ? 'runs.lasted' : 'runs.soFar', { duration })}`}
    </Text>
  );
}
