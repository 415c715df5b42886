import type { BudgetStatus } from '@mlinfra/plugin-mlinfra-common';
import {
  RiAlertLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import { useMessages } from '../../translation/useMessages';
import { StatusBadge, type StatusLook } from './StatusBadge';

const LOOKS: Record<BudgetStatus, StatusLook> = {
  ok: { tone: 'positive', icon: RiCheckboxCircleLine },
  warning: { tone: 'warning', icon: RiAlertLine },
  exceeded: { tone: 'negative', icon: RiCloseCircleLine },
  unknown: { tone: 'neutral', icon: RiQuestionLine },
};

/** Every status a budget can have. */
export const BUDGET_STATUSES = Object.keys(LOOKS) as BudgetStatus[];

/** The status to show for what came; an unheard-of one is unknown, never fine. */
export function knownBudgetStatus(status: BudgetStatus): BudgetStatus {
  return status in LOOKS ? status : 'unknown';
}

interface BudgetStatusBadgeProps {
  status: BudgetStatus;
}

/** A budget's status in words. */
export function BudgetStatusBadge({ status }: BudgetStatusBadgeProps) {
  const t = useMessages();
  const known = knownBudgetStatus(status);
  return <StatusBadge {...LOOKS[known]} label={t(`budgets.status.${known}`)} />;
}
