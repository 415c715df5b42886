import type { StepStatus } from '@mlinfra/plugin-mlinfra-common';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiLoopLeftLine,
  RiQuestionLine,
  RiShieldCheckLine,
  RiStopCircleLine,
  RiTimerLine,
} from '@remixicon/react';
import type { StatusLook } from '../StatusBadge/StatusBadge';

/** Colour and icon of each status of a step. */
export const STEP_LOOKS: Record<StepStatus, StatusLook> = {
  running: { tone: 'announcement', icon: RiLoopLeftLine },
  succeeded: { tone: 'positive', icon: RiCheckboxCircleLine },
  failed: { tone: 'negative', icon: RiCloseCircleLine },
  caught: { tone: 'warning', icon: RiShieldCheckLine },
  'timed-out': { tone: 'negative', icon: RiTimerLine },
  aborted: { tone: 'neutral', icon: RiStopCircleLine },
  unknown: { tone: 'neutral', icon: RiQuestionLine },
};

/** The status to show for what came; an unheard-of one is unknown, never fine. */
export function knownStepStatus(status: StepStatus): StepStatus {
  return status in STEP_LOOKS ? status : 'unknown';
}
