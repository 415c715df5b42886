import type { Budget } from '@mlinfra/plugin-mlinfra-common';
import type { AwsTarget } from '../aws/AwsTarget';
import type { AwsAmount, BudgetSummary } from '../aws/BudgetSource';
import { budgetConsoleUrl } from '../links/consoleLinks';
import { plainDecimal } from '../money/decimal';
import { budgetStatus } from '../status/budgetStatus';

/** A budget as it is stored; the account's name is added when it is read. */
export type StoredBudget = Omit<Budget, 'accountName'>;

/** Puts a budget together from what was read; no I/O. */
export function buildBudget(facts: {
  call: AwsTarget;
  emulated: boolean;
  summary: BudgetSummary;
  entityRef: string;
  environment?: string;
  collectedAt: string;
}): StoredBudget {
  const { call, summary } = facts;
  const limit = decimal(summary.limit);
  if (limit === undefined) {
    throw new Error(`Budget ${summary.arn} has no limit and cannot be shown`);
  }
  const amounts = {
    limit,
    actual: decimal(summary.actual),
    forecast: decimal(summary.forecast),
  };
  return {
    id: summary.arn,
    entityRef: facts.entityRef,
    name: summary.name,
    accountId: call.accountId,
    environment: facts.environment,
    timeUnit: summary.timeUnit,
    ...amounts,
    ...budgetStatus(amounts),
    consoleUrl: facts.emulated
      ? undefined
      : budgetConsoleUrl(summary.name, call.region),
    collectedAt: facts.collectedAt,
  };
}

function decimal(amount: AwsAmount | undefined): string | undefined {
  return amount && plainDecimal(amount.amount);
}
