import type { RunStatus } from '@mlinfra/plugin-mlinfra-common';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiLoopLeftLine,
  RiQuestionLine,
  RiRestartLine,
  RiShieldCrossLine,
  RiStopCircleLine,
  RiTimerLine,
} from '@remixicon/react';
import { useMessages } from '../../translation/useMessages';
import { StatusBadge, type StatusLook } from './StatusBadge';

const LOOKS: Record<RunStatus, StatusLook> = {
  running: { tone: 'announcement', icon: RiLoopLeftLine },
  succeeded: { tone: 'positive', icon: RiCheckboxCircleLine },
  failed: { tone: 'negative', icon: RiCloseCircleLine },
  rejected: { tone: 'warning', icon: RiShieldCrossLine },
  'timed-out': { tone: 'negative', icon: RiTimerLine },
  aborted: { tone: 'neutral', icon: RiStopCircleLine },
  'pending-redrive': { tone: 'announcement', icon: RiRestartLine },
  unknown: { tone: 'neutral', icon: RiQuestionLine },
};

/** Every status a run can have. */
export const RUN_STATUSES = Object.keys(LOOKS) as RunStatus[];

/** The status to show for what came; an unheard-of one is unknown, never fine. */
export function knownRunStatus(status: RunStatus): RunStatus {
  return status in LOOKS ? status : 'unknown';
}

interface RunStatusBadgeProps {
  status: RunStatus;
}

/** A run's status in words. */
export function RunStatusBadge({ status }: RunStatusBadgeProps) {
  const t = useMessages();
  const known = knownRunStatus(status);
  return <StatusBadge {...LOOKS[known]} label={t(`runs.status.${known}`)} />;
}
