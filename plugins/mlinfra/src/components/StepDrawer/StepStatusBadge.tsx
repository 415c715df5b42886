import type { StepStatus } from '@mlinfra/plugin-mlinfra-common';
import { useMessages } from '../../translation/useMessages';
import { StatusBadge } from '../StatusBadge/StatusBadge';
import { knownStepStatus, STEP_LOOKS } from './stepLooks';

interface StepStatusBadgeProps {
  status: StepStatus;
}

/** A step's status in words. */
export function StepStatusBadge({ status }: StepStatusBadgeProps) {
  const t = useMessages();
  const known = knownStepStatus(status);
  return (
    <StatusBadge
      {...STEP_LOOKS[known]}
      label={t(`runPage.stepStatus.${known}`)}
    />
  );
}
