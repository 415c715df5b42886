import type { RedriveState } from '@mlinfra/plugin-mlinfra-common';
import { formatTimeLeft } from '../../format/duration';
import { formatInstant } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { MutedText } from '../MutedText/MutedText';

interface RedriveWindowProps {
  redrive: RedriveState;
}

/** Until when AWS takes a redrive, or why it takes none. */
export function RedriveWindow({ redrive }: RedriveWindowProps) {
  const { possible, reason, until } = redrive;
  const t = useMessages();
  const left = until && formatTimeLeft(until);
  if (possible && !left) {
    return null;
  }
  return (
    <MutedText as="p">
      {possible && until && left
        ? t('runs.actions.window', { until: formatInstant(until), left })
        : t('runs.actions.noRedrive', { reason })}
    </MutedText>
  );
}
