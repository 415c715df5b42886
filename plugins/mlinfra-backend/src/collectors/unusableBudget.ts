import type { BudgetSummary } from '../aws/BudgetSource';
import { plainDecimal } from '../money/decimal';

const CURRENCY = 'USD';

/** Why a budget cannot be shown on an entity whoever it belongs to; undefined when it can. */
export function unusableBudget(budget: BudgetSummary): string | undefined {
  if (budget.entityTagValues.length > 1) {
    return `The budget counts the cost of ${budget.entityTagValues.length} entities together; create one budget per entity.`;
  }
  if (budget.type !== 'COST') {
    return `The budget is of type ${budget.type}; only budgets of type COST are shown.`;
  }
  if (!budget.limit || plainDecimal(budget.limit.amount) === undefined) {
    return 'The budget has no limit that can be read; set one.';
  }
  const foreign = [budget.limit, budget.actual, budget.forecast].find(
    each => each && each.unit !== CURRENCY,
  );
  return foreign
    ? `The budget is in ${foreign.unit}; only budgets in ${CURRENCY} are shown.`
    : undefined;
}
