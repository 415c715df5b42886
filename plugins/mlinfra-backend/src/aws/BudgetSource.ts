import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { AwsCall } from './AwsCaller';
import type { Tags } from './InventorySource';

/** An amount as AWS writes it. */
export interface AwsAmount {
  amount: string;
  /** For example `USD`. */
  unit: string;
}

/** A budget as AWS's list shows it. */
export interface BudgetSummary {
  arn: string;
  name: string;
  /** `COST`, `USAGE`, … */
  type: string;
  timeUnit: string;
  limit?: AwsAmount;
  actual?: AwsAmount;
  forecast?: AwsAmount;
  /** Values of the entity tag whose cost the budget counts. */
  entityTagValues: string[];
  updatedAt?: Timestamp;
}

/** The budgets of an account. */
export interface BudgetSource {
  budgets(call: AwsCall): Promise<BudgetSummary[]>;
  /** Tags of the budget itself. Undefined when it is gone. */
  budgetTags(call: AwsCall, arn: string): Promise<Tags | undefined>;
}
