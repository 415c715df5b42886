import type { Budget } from '@mlinfra/plugin-mlinfra-common';
import { formatUsd } from '../../format/usd';
import { useMessages } from '../../translation/useMessages';
import { knownBudgetStatus } from '../StatusBadge/BudgetStatusBadge';
import styles from './Budgets.module.css';

interface BudgetMeterProps {
  budget: Budget;
  usedPercent: number;
}

/**
 * How much of a budget is spent. The bar ends at the limit; a screen reader
 * hears the true share, also beyond it.
 */
export function BudgetMeter({ budget, usedPercent }: BudgetMeterProps) {
  const t = useMessages();
  const status = knownBudgetStatus(budget.status);
  return (
    <div
      className={styles.meter}
      role="meter"
      aria-label={t('budgets.meter', { name: budget.name })}
      aria-valuemin={0}
      aria-valuemax={Math.max(100, usedPercent)}
      aria-valuenow={usedPercent}
      aria-valuetext={t('budgets.meterText', {
        percent: String(usedPercent),
        limit: formatUsd(budget.limit),
        status: t(`budgets.status.${status}`),
      })}
    >
      <div
        className={styles.spent}
        data-status={status}
        style={{ width: `${Math.min(100, Math.max(0, usedPercent))}%` }}
      />
      <div className={styles.threshold} title={t('budgets.threshold')} />
    </div>
  );
}
