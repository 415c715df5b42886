import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import { RiHistoryLine } from '@remixicon/react';
import { formatAge, formatInstant } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { MutedText } from '../MutedText/MutedText';
import { StatusBadge } from '../StatusBadge/StatusBadge';

interface DataAgeProps {
  at: Timestamp;
  stale?: boolean;
}

/** When data was read from AWS; a badge where that is too long ago. */
export function DataAge({ at, stale = false }: DataAgeProps) {
  const t = useMessages();
  const age = formatAge(at);
  return (
    <time dateTime={at} title={formatInstant(at)}>
      {stale ? (
        <StatusBadge
          tone="warning"
          icon={RiHistoryLine}
          label={t('common.age.stale', { age })}
        />
      ) : (
        <MutedText variant="body-x-small">
          {t('common.age.collected', { age })}
        </MutedText>
      )}
    </time>
  );
}
