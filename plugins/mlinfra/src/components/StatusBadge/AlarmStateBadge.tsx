import type { AlarmState } from '@mlinfra/plugin-mlinfra-common';
import {
  RiAlarmWarningLine,
  RiCheckboxCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import { useMessages } from '../../translation/useMessages';
import { StatusBadge, type StatusLook } from './StatusBadge';

const LOOKS: Record<AlarmState, StatusLook> = {
  alarm: { tone: 'negative', icon: RiAlarmWarningLine },
  'insufficient-data': { tone: 'neutral', icon: RiQuestionLine },
  ok: { tone: 'positive', icon: RiCheckboxCircleLine },
};
const UNKNOWN: StatusLook = { tone: 'neutral', icon: RiQuestionLine };

interface AlarmStateBadgeProps {
  state: AlarmState;
}

/** What an alarm says; without data it says nothing, and that is not fine. */
export function AlarmStateBadge({ state }: AlarmStateBadgeProps) {
  const t = useMessages();
  const known = state in LOOKS ? state : undefined;
  return (
    <StatusBadge
      {...(known ? LOOKS[known] : UNKNOWN)}
      label={t(`alarms.state.${known ?? 'unknown'}`)}
    />
  );
}
